//! Pictures in the database: kept with what they belong to, never changed, and the table's own rules by their names.

use relais_files::{Limits, Picture, clean, keep, read, remove};
use relais_kernel::PictureId;
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp,
    builders::{an_organisation, today},
    refused_by,
    rows::{Row, id},
};

use crate::made::{jpeg, two_colours};

/// The foundation's tables alone.
async fn a_database() -> (TestApp, OrgDb) {
    let app = TestApp::new(Vec::new()).await;
    let org = an_organisation(app.db()).await;
    (app, org)
}

fn a_picture() -> Picture {
    clean(&jpeg(&two_colours(30, 20)), &Limits::USUAL).unwrap()
}

async fn kept(org: &OrgDb) -> PictureId {
    let tx = org.begin().await.unwrap();
    let id = keep(&tx, &a_picture(), today()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_picture_is_kept_read_and_removed() {
    let (_app, org) = a_database().await;
    let id = kept(&org).await;
    assert_eq!(read(&org, id).await.unwrap(), Some(a_picture()));
    let tx = org.begin().await.unwrap();
    assert!(remove(&tx, id).await.unwrap());
    assert!(!remove(&tx, id).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(read(&org, id).await.unwrap(), None);
}

#[tokio::test]
async fn sec_09_a_picture_stays_within_its_organisation() {
    let (app, org) = a_database().await;
    let id = kept(&org).await;
    let other = an_organisation(app.db()).await;
    assert_eq!(read(&other, id).await.unwrap(), None);
    let tx = other.begin().await.unwrap();
    assert!(!remove(&tx, id).await.unwrap());
    tx.commit().await.unwrap();
    assert!(read(&org, id).await.unwrap().is_some());
}

/// Neither its id nor its row tells who sent it, or when within the day.
#[tokio::test]
async fn a_pictures_row_knows_no_person_and_no_moment() {
    let (_app, org) = a_database().await;
    let id = kept(&org).await;
    assert_eq!(id.0.get_version_num(), 4);
    let day: Option<relais_kernel::Day> = sql("select made_day from picture where org_id = $1 and id = $2")
        .bind(org.org())
        .bind(id)
        .value(&org)
        .await
        .unwrap();
    assert_eq!(day, Some(today()));
    assert!(!relais_files::SCHEMA.migrations[0].sql.contains("person"));
    assert!(!relais_files::SCHEMA.migrations[0].sql.contains("$instant"));
}

#[tokio::test]
async fn a_picture_never_changes() {
    let (_app, org) = a_database().await;
    let id = kept(&org).await;
    for change in ["width = 5", "made_day = 20260101", "content = content", "size = size"] {
        let tx = org.begin().await.unwrap();
        let changed = sql("update picture set ")
            .push(change)
            .push(" where org_id = ")
            .arg(tx.org())
            .push(" and id = ")
            .arg(id)
            .run(&tx)
            .await;
        refused_by(changed, "picture_stays_as_it_is");
        tx.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn a_pictures_row_is_whole_and_small() {
    let (_app, org) = a_database().await;
    let good = Row::new(
        "picture",
        vec![
            ("org_id", org.org().into()),
            ("id", id().into()),
            ("content", vec![7_u8; 10].into()),
            ("size", 10_i64.into()),
            ("width", 1600_i64.into()),
            ("height", 1_i64.into()),
            ("hash", vec![0_u8; 32].into()),
            ("made_day", today().into()),
        ],
    );
    for (rule, bad) in [
        ("picture_of_organisation", good.clone().with("org_id", id())),
        ("picture_is_light", good.clone().with("content", Vec::<u8>::new()).with("size", 0_i64)),
        ("picture_is_light", good.clone().with("content", vec![7_u8; 8_000_001]).with("size", 8_000_001_i64)),
        ("picture_size_is_its_own", good.clone().with("size", 11_i64)),
        ("picture_fits_a_screen", good.clone().with("width", 1601_i64)),
        ("picture_fits_a_screen", good.clone().with("height", 0_i64)),
        ("picture_hash_is_whole", good.clone().with("hash", vec![0_u8; 31])),
    ] {
        bad.again().is_refused(&org, rule).await;
    }
    good.again().is_taken(&org).await;
}
