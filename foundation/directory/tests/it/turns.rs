//! Two writers at once: the rules of the code see nothing of each other's unfinished work, the database does.

use std::time::Duration;

use relais_directory::{
    assignments::{self, Function},
    grants::{self, Giver},
};
use relais_kernel::{Role, Scope};
use relais_testkit::builders::{a_person, a_unit, assignment, granted, today};

use crate::rows::House;

/// How long the second writer is given to come as far as it can before the first commits.
const A_MOMENT: Duration = Duration::from_millis(150);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn net_01_of_two_managers_at_once_one_is_refused() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let first = a_person(&house.org, "Inès", "Marchal").await;
    let second = a_person(&house.org, "Paul", "Roux").await;
    let of_first = assignment(&house.org, first, unit, Function::Manager).await;
    let of_second = assignment(&house.org, second, unit, Function::Manager).await;

    let tx = house.org.begin().await.unwrap();
    assignments::assign(&tx, &of_first, None).await.unwrap().unwrap();
    let org = house.org.clone();
    let other = tokio::spawn(async move {
        let tx = org.begin().await.unwrap();
        let answer = assignments::assign(&tx, &of_second, None).await;
        if matches!(answer, Ok(Ok(_))) {
            tx.commit().await.unwrap();
        }
        answer
    });
    tokio::time::sleep(A_MOMENT).await;
    tx.commit().await.unwrap();
    let sentence = match other.await.unwrap() {
        Ok(answer) => answer.unwrap_err(),
        Err(error) => {
            assert_eq!(error.violation(), Some("unit_has_one_manager"));
            assignments::refusal("unit_has_one_manager").unwrap()
        }
    };
    assert_eq!(sentence.field, "function");
    let manager = assignments::manager_of(&house.org, unit, today()).await.unwrap().unwrap();
    assert_eq!(manager.person_id, first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_last_administrators_at_once_one_stays() {
    let house = House::new().await;
    let first = a_person(&house.org, "Inès", "Marchal").await;
    let second = a_person(&house.org, "Paul", "Roux").await;
    let of_first = granted(&house.org, first, Role::Admin, Scope::Network).await;
    let of_second = granted(&house.org, second, Role::Admin, Scope::Network).await;

    let tx = house.org.begin().await.unwrap();
    grants::revoke(&tx, &Giver::MACHINE, of_first, today()).await.unwrap().unwrap();
    let org = house.org.clone();
    let other = tokio::spawn(async move {
        let tx = org.begin().await.unwrap();
        grants::revoke(&tx, &Giver::MACHINE, of_second, today()).await.unwrap()
    });
    tokio::time::sleep(A_MOMENT).await;
    tx.commit().await.unwrap();
    assert_eq!(other.await.unwrap().unwrap_err().key, "last-admin");
}
