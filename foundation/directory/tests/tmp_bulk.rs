use relais_directory::{assignments::{self, AssignmentFacts, Function}, people::{self, *}, Cut, regions, grants};
use relais_kernel::*;
use relais_testkit::{TestDb, builders::*};
#[tokio::test(flavor = "multi_thread")]
async fn bulk() {
    let test = TestDb::new(&[relais_store::SCHEMA, relais_directory::SCHEMA]).await;
    let org = an_organisation(test.db()).await;
    let n = 50_000usize;
    let region = a_region(&org, "R").await;
    let mut units = vec![];
    let tx = org.begin().await.unwrap();
    let t = std::time::Instant::now();
    for i in 0..500 {
        let f = relais_directory::units::UnitInput { code: format!("U{i}"), name: format!("Unité {i}"), kind: "shop".into(), department: "91".into(), ..Default::default() }.check().unwrap();
        let u = relais_directory::units::add(&tx, &f).await.unwrap();
        let h = relais_directory::organisations::main_hierarchy(&tx).await.unwrap().id;
        relais_directory::units::place(&tx, u, h, region, day("2026-01-01")).await.unwrap();
        units.push(u);
    }
    println!("units {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let facts: Vec<_> = (0..n).map(|i| PersonInput { staff_number: format!("S{i}"), given_name: "Inès".into(), family_name: format!("Marchal{}", (i*7919)%n), ..Default::default() }.check(&[]).unwrap()).collect();
    let ids = people::add_many(&tx, &facts).await.unwrap();
    println!("people {:?}", t.elapsed());
    let base = assignment(&org, ids[0], units[0], Function::Adviser).await;
    let f: Vec<_> = ids.iter().enumerate().map(|(i,p)| AssignmentFacts { person_id: *p, unit_id: units[i%500], function: if i < 500 { Function::Manager } else { Function::Adviser }, ..base.clone() }).collect();
    let t = std::time::Instant::now();
    let c = assignments::clashes(&tx, &f, |_| String::new(), |_| String::new()).await.unwrap();
    println!("clashes {} {:?}", c.len(), t.elapsed());
    let t = std::time::Instant::now();
    assignments::assign_many(&tx, &f, None).await.unwrap();
    println!("assign {:?}", t.elapsed());
    tx.commit().await.unwrap();
    let tx = org.begin().await.unwrap();
    for (what, reach) in [("network", Reach::Network), ("region", Reach::Part{regions: vec![region], units: vec![]}), ("unit", Reach::Part{regions: vec![], units: vec![units[3]]})] {
        for (s, fl) in [("all", people::Filter::default()), ("search", people::Filter{search:"marchal499".into(), ..Default::default()}), ("rare", people::Filter{search:"zzz".into(), ..Default::default()}), ("unit", people::Filter{unit:Some(units[5]), ..Default::default()})] {
            let t = std::time::Instant::now();
            let l = people::list(&org, &reach, today(), &fl, Cut::Start, 50).await.unwrap();
            let a = t.elapsed();
            let t = std::time::Instant::now();
            let c = people::count(&org, &reach, today(), &fl).await.unwrap();
            println!("{what} {s}: {} rows {:?}; count {c} {:?}", l.rows.len(), a, t.elapsed());
        }
    }
    let t = std::time::Instant::now();
    let f = regions::figures(&org, &Reach::Network, today()).await.unwrap();
    println!("figures {f:?} {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let f = assignments::vacancies(&org, &Reach::Network, today(), Cut::Start, 20).await.unwrap();
    println!("vac {} {:?}", f.rows.len(), t.elapsed());
    let t = std::time::Instant::now();
    let f = grants::held_today(&org, ids[4], today()).await.unwrap();
    println!("held {} {:?}", f.len(), t.elapsed());
    drop(tx);
}
