//! « Ne me contactez plus » outlives everything.

use relais_contact::{
    Channel, Class, How, Rule, Rules, SuppressionSource, Typed, Verdict, erase, is_suppressed, lift,
    may_contact, opt_out, suppress,
};
use relais_testkit::builders::{an_organisation, today};

use crate::world::{MAILBOX, NUMBER, World, asked, by_phone, mailbox, number};

#[tokio::test]
async fn prv_08_a_suppression_survives_erasure_and_reimport() {
    let w = World::new().await;
    let id = w.ines().await;
    let tx = w.org.begin().await.unwrap();
    opt_out(&tx, id, SuppressionSource::Customer, today()).await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    let suppressed = async || {
        let mut on = Vec::new();
        for (address, channel) in [
            (number("+33 6 12 34 56 78"), Channel::Call),
            (number(NUMBER), Channel::Sms),
            (mailbox(MAILBOX), Channel::Email),
        ] {
            on.push(is_suppressed(&w.org, &address, channel).await.unwrap());
        }
        on
    };
    assert_eq!(suppressed().await, [true; 3]);
    let again = w.ines().await;
    assert_ne!(again, id);
    assert_eq!(suppressed().await, [true; 3]);
    for channel in Channel::ALL {
        let survey = asked(&w, Class::Transactional, *channel);
        let verdict = may_contact(&w.org, again, &survey, &Rules::default()).await.unwrap();
        assert_eq!(verdict, Verdict::No(Rule::OptedOut), "{channel}");
    }
}

#[tokio::test]
async fn prv_08_a_file_suppresses_an_address_before_anybody_has_it() {
    let w = World::new().await;
    let tx = w.org.begin().await.unwrap();
    for _ in 0..2 {
        suppress(&tx, &number(NUMBER), &[Channel::Sms], SuppressionSource::Import, today()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let id = w.add(&by_phone(NUMBER)).await;
    let on = async |channel| is_suppressed(&w.org, &number(NUMBER), channel).await.unwrap();
    assert!(on(Channel::Sms).await && !on(Channel::Call).await);
    let decided = async |class, channel| {
        may_contact(&w.org, id, &asked(&w, class, channel), &Rules::default()).await.unwrap()
    };
    assert_eq!(decided(Class::Service, Channel::Sms).await, Verdict::No(Rule::OptedOut));
    assert_eq!(decided(Class::Service, Channel::Call).await, Verdict::Yes);
    assert_eq!(decided(Class::Relational, Channel::Call).await, Verdict::No(Rule::OptedOut));
    let other = an_organisation(w.t.db()).await;
    assert!(!is_suppressed(&other, &number(NUMBER), Channel::Sms).await.unwrap());
}

#[tokio::test]
async fn prv_08_only_a_word_of_their_own_lifts_it_and_it_can_be_said_again() {
    let w = World::new().await;
    let id = w.add(&Typed { email: None, ..by_phone(NUMBER) }).await;
    let stop = async || {
        let tx = w.org.begin().await.unwrap();
        opt_out(&tx, id, SuppressionSource::Operator, today()).await.unwrap();
        tx.commit().await.unwrap();
    };
    stop().await;
    let tx = w.org.begin().await.unwrap();
    assert!(lift(&tx, &number(NUMBER), Channel::Sms, How::Written, today()).await.unwrap());
    assert!(!lift(&tx, &number(NUMBER), Channel::Sms, How::Written, today()).await.unwrap());
    tx.commit().await.unwrap();
    let on = async |channel| is_suppressed(&w.org, &number(NUMBER), channel).await.unwrap();
    assert!(!on(Channel::Sms).await && on(Channel::Call).await);
    stop().await;
    assert!(on(Channel::Sms).await);
}
