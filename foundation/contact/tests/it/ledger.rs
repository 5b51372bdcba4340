//! The ledger: what was sent, what may be sent, by whatever address, also by two at once.

use std::time::Duration;

use relais_contact::{
    Asked, Channel, Class, LedgerId, Rule, Rules, State, SuppressionSource, Verdict, erase, may_contact,
    may_still, note, opt_out, settle, told, written_to,
};
use relais_kernel::{ContactId, Instant};
use relais_testkit::builders::today;

use crate::world::{DAY, HOUR, MAILBOX, NUMBER, World, asked, mailbox, number};

async fn noted(w: &World, id: ContactId, asked: &Asked) -> Result<LedgerId, Rule> {
    let tx = w.org.begin().await.unwrap();
    let noted = note(&tx, id, asked, &Rules::default(), today()).await.unwrap();
    tx.commit().await.unwrap();
    noted
}

#[tokio::test]
async fn prv_12_a_cap_counts_every_address_of_a_customer() {
    let w = World::new().await;
    let id = w.ines().await;
    let sms = asked(&w, Class::Transactional, Channel::Sms);
    noted(&w, id, &sms).await.unwrap();
    let by_mail = Asked { channel: Channel::Email, ..sms.clone() };
    assert_eq!(noted(&w, id, &by_mail).await, Err(Rule::WithinADay));
    let later = |days: i64| Asked { at: Instant(sms.at.0 + days * DAY), ..by_mail.clone() };
    assert_eq!(noted(&w, id, &later(29)).await, Err(Rule::Transactional(30)));
    assert!(noted(&w, id, &later(30)).await.is_ok());
    let whole = Asked { class: Class::Relational, ..later(32) };
    assert!(noted(&w, id, &whole).await.is_ok());
    assert_eq!(told(&w.org, id).await.unwrap().len(), 3);
    let service = Asked { awaited: true, ..asked(&w, Class::Service, Channel::Sms) };
    assert!(noted(&w, id, &service).await.is_ok());
}

#[tokio::test]
async fn prv_12_erasing_somebody_does_not_reset_their_caps() {
    let w = World::new().await;
    let id = w.ines().await;
    let survey = asked(&w, Class::Transactional, Channel::Sms);
    noted(&w, id, &survey).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(noted(&w, id, &survey).await, Err(Rule::Erased));
    assert_eq!(told(&w.org, id).await.unwrap(), []);
    let again = w.ines().await;
    w.org.clock().advance(Duration::from_secs(86_400 * 2));
    let later = asked(&w, Class::Transactional, Channel::Sms);
    assert_eq!(noted(&w, again, &later).await, Err(Rule::Transactional(30)));
}

#[tokio::test]
async fn prv_12_what_never_left_counts_for_nothing() {
    let w = World::new().await;
    let id = w.ines().await;
    let survey = asked(&w, Class::Relational, Channel::Sms);
    let entry = noted(&w, id, &survey).await.unwrap();
    assert_eq!(noted(&w, id, &survey).await, Err(Rule::WithinADay));
    let tx = w.org.begin().await.unwrap();
    settle(&tx, entry, false).await.unwrap();
    assert!(settle(&tx, entry, true).await.is_err());
    tx.commit().await.unwrap();
    assert_eq!(told(&w.org, id).await.unwrap()[0].state, State::Failed);
    let entry = noted(&w, id, &survey).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    settle(&tx, entry, true).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(noted(&w, id, &survey).await, Err(Rule::WithinADay));
}

#[tokio::test]
async fn prv_12_a_second_measure_is_asked_once_and_leaves_the_caps_alone() {
    let w = World::new().await;
    let id = w.ines().await;
    let second = asked(&w, Class::SecondMeasure, Channel::Sms);
    noted(&w, id, &second).await.unwrap();
    let at = |hours: i64, class| Asked { at: Instant(second.at.0 + hours * HOUR), class, ..second.clone() };
    assert_eq!(noted(&w, id, &at(240, Class::SecondMeasure)).await, Err(Rule::MeasuredBefore));
    assert!(noted(&w, id, &at(24, Class::Transactional)).await.is_ok());
    assert!(noted(&w, id, &at(48, Class::Relational)).await.is_ok());
}

#[tokio::test]
async fn prv_12_of_two_who_ask_at_once_one_sends() {
    let w = World::new().await;
    let id = w.ines().await;
    for round in 0..5_i64 {
        let at = Instant(w.now().0 + round * 40 * DAY);
        // One by each address, so that nothing but holding the contact keeps them apart.
        let send = |channel| {
            let (org, asked) = (w.org.clone(), Asked { at, ..asked(&w, Class::Transactional, channel) });
            tokio::spawn(async move {
                let tx = org.begin().await.unwrap();
                let noted = note(&tx, id, &asked, &Rules::default(), today()).await.unwrap();
                tx.commit().await.unwrap();
                noted.is_ok()
            })
        };
        let (one, other) = (send(Channel::Sms), send(Channel::Email));
        assert_eq!(usize::from(one.await.unwrap()) + usize::from(other.await.unwrap()), 1);
    }
}

#[tokio::test]
async fn prv_01_being_surveyed_keeps_nobody_known() {
    let w = World::new().await;
    let id = w.ines().await;
    let later = today().plus(40);
    for (class, last) in [(Class::Transactional, today()), (Class::Service, later)] {
        let tx = w.org.begin().await.unwrap();
        note(&tx, id, &asked(&w, class, Channel::Sms), &Rules::default(), later).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        assert_eq!(w.read(id).await.last_used_day, last, "{class}");
    }
}

#[tokio::test]
async fn prv_12_asking_whether_one_may_writes_nothing() {
    let w = World::new().await;
    let id = w.ines().await;
    let survey = asked(&w, Class::Transactional, Channel::Sms);
    for _ in 0..2 {
        assert_eq!(may_contact(&w.org, id, &survey, &Rules::default()).await.unwrap(), Verdict::Yes);
    }
    let nobody = ContactId(uuid::Uuid::from_u128(5));
    assert_eq!(
        may_contact(&w.org, nobody, &survey, &Rules::default()).await.unwrap(),
        Verdict::No(Rule::Erased)
    );
}

#[tokio::test]
async fn prv_08_what_was_noted_still_leaves_unless_they_refused_or_were_erased_meanwhile() {
    let w = World::new().await;
    let id = w.ines().await;
    let service = asked(&w, Class::Service, Channel::Sms);
    for class in [Class::Service, Class::Transactional] {
        let asked = asked(&w, class, Channel::Sms);
        noted(&w, id, &asked).await.unwrap();
        assert_eq!(may_still(&w.org, id, &asked).await.unwrap(), Verdict::Yes, "it is not in its own way");
    }
    let tx = w.org.begin().await.unwrap();
    opt_out(&tx, id, SuppressionSource::Operator, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(may_still(&w.org, id, &service).await.unwrap(), Verdict::No(Rule::OptedOut));
    let awaited = Asked { awaited: true, ..service };
    assert_eq!(may_still(&w.org, id, &awaited).await.unwrap(), Verdict::Yes);
    let tx = w.org.begin().await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(may_still(&w.org, id, &awaited).await.unwrap(), Verdict::No(Rule::Erased));
}

#[tokio::test]
async fn prv_08_the_ledger_tells_which_address_was_written_to_also_of_the_erased() {
    let w = World::new().await;
    let id = w.ines().await;
    noted(&w, id, &asked(&w, Class::Service, Channel::Sms)).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    for (address, channel, was) in [
        (number(NUMBER), Channel::Sms, true),
        (number(NUMBER), Channel::Call, false),
        (number("06 12 34 56 79"), Channel::Sms, false),
        (mailbox(MAILBOX), Channel::Sms, false),
    ] {
        assert_eq!(written_to(&w.org, &address, channel).await.unwrap(), was, "{channel}");
    }
}
