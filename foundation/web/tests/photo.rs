//! A form with a photo, through the real router: what comes of it, what is refused, and how a picture is sent.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use axum::{body::Body, http::header};
use relais_testkit::{Answer, TestApp, Visitor};
use relais_web::{Jpeg, Manifest, Outcome, Page, PostedWithPhoto, Routes, visit_token};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    text: String,
    themes: Vec<String>,
    signed: Option<String>,
    missing: String,
}

/// Says what it was given.
async fn save(sent: PostedWithPhoto<Said>) -> Outcome {
    let Said { text, themes, signed, missing } = sent.form;
    let photo = sent.photo.map(|bytes| (bytes.len(), bytes.first().copied()));
    Ok(Page::new(format!("{text:?} {themes:?} {signed:?} {missing:?} {photo:?} {}", sent.too_large)))
}

async fn show() -> Jpeg {
    Jpeg::new(b"\xff\xd8\xff\xe0 a picture".to_vec())
}

async fn site() -> (TestApp, Visitor) {
    let routes = Routes::new().post("/stones/new", save).get("/stones/photo", show);
    let app = TestApp::new(vec![Manifest { room: "stones", routes, ..Manifest::default() }]).await;
    (app, Visitor::stranger())
}

/// One part of a form: name, file's name, content.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

async fn send(app: &TestApp, visitor: &Visitor, parts: &[Part<'_>]) -> Answer {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: image/jpeg"));
        let head = format!("Content-Disposition: form-data; name=\"{name}\"{}", file.unwrap_or_default());
        body.extend(format!("--edge\r\n{head}\r\n\r\n").bytes());
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let request = visitor
        .request("POST", "/stones/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(Body::from(body))
        .unwrap();
    app.send(request).await
}

fn token(visitor: &Visitor) -> Vec<u8> {
    visit_token(visitor.cookie("__Host-visit").unwrap()).into_bytes()
}

#[tokio::test]
async fn fields_come_as_in_any_form_and_the_photo_beside_them() {
    let (app, visitor) = site().await;
    let fields =
        [("text", "C’est la porte & le stock = 2\r\nlignes"), ("themes", "stock"), ("themes", "outils")];
    let answer =
        app.upload(&visitor, "/stones/new", &fields, ("photo", "IMG_1.jpg", b"\xff\xd8\xff")).await.is(200);
    let fields = r#""C’est la porte & le stock = 2\r\nlignes" ["stock", "outils"] None """#;
    answer.holds(&format!("{fields} Some((3, Some(255))) false"));
}

#[tokio::test]
async fn a_form_without_a_photo_is_a_form() {
    let (app, visitor) = site().await;
    let fields = [("text", "Rien à montrer"), ("signed", "yes")];
    let told = r#""Rien à montrer" [] Some("yes") "" None false"#;
    // A browser sends the field that was left alone without a name and without content.
    app.upload(&visitor, "/stones/new", &fields, ("photo", "", b"")).await.is(200).holds(told);
    app.post(&visitor, "/stones/new", &fields).await.is(200).holds(told);
    // A file that has a name and no content was chosen: whoever cleans it says what is wrong.
    let empty = app.upload(&visitor, "/stones/new", &fields, ("photo", "vide.jpg", b"")).await;
    empty.is(200).holds("Some((0, None)) false");
}

#[tokio::test]
async fn sec_05_a_photo_that_is_too_large_leaves_what_was_typed() {
    let (app, visitor) = site().await;
    let told = r#""Gardé" [] None "" None true"#;
    for size in [20 * 1024 * 1024 + 1, 70_000_000] {
        let answer = app
            .upload(&visitor, "/stones/new", &[("text", "Gardé")], ("photo", "x.jpg", &vec![7; size]))
            .await;
        answer.is(200).holds(told);
    }
    let answer = app
        .upload(&visitor, "/stones/new", &[("text", "Gardé")], ("photo", "x.jpg", &vec![7; 20 * 1024 * 1024]))
        .await;
    answer.is(200).holds("Some((20971520, Some(7))) false");
    // Also when fields follow the photo.
    let large = vec![7; 21 * 1024 * 1024];
    let parts = [
        ("csrf", None, &token(&visitor)[..]),
        ("photo", Some("x.jpg"), &large),
        ("text", None, "Gardé".as_bytes()),
    ];
    send(&app, &visitor, &parts).await.is(200).holds(told);
}

#[tokio::test]
async fn a_file_of_another_name_is_not_kept() {
    let (app, visitor) = site().await;
    let large = vec![7; 21 * 1024 * 1024];
    let parts = [
        ("csrf", None, &token(&visitor)[..]),
        ("text", Some("x.jpg"), &large),
        ("other", Some("y.jpg"), b"y"),
    ];
    send(&app, &visitor, &parts).await.is(200).holds(r#""" [] None "" None false"#);
}

#[tokio::test]
async fn sec_02_the_token_comes_before_all_else() {
    let (app, visitor) = site().await;
    let right = token(&visitor);
    let photo: Part<'_> = ("photo", Some("x.jpg"), b"\xff\xd8\xff");
    for parts in [
        vec![photo],
        vec![("text", None, &b"x"[..])],
        vec![],
        vec![("csrf", None, &b"wrong"[..]), photo],
        vec![photo, ("csrf", None, &right)],
        vec![("csrf", Some("csrf"), b"wrong"), photo],
    ] {
        send(&app, &visitor, &parts).await.is(403);
    }
    send(&app, &visitor, &[("csrf", None, &right), photo]).await.is(200);
    // And of plain fields.
    let request = visitor
        .request("POST", "/stones/new")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("text=x"))
        .unwrap();
    app.send(request).await.is(403);
}

#[tokio::test]
async fn what_is_no_form_is_unreadable() {
    let (app, visitor) = site().await;
    let text = vec![b'x'; 600_000];
    let right = token(&visitor);
    let parts = [("csrf", None, &right[..]), ("text", None, &text), ("missing", None, &text)];
    send(&app, &visitor, &parts).await.is(400);
    for (kind, body) in [
        ("multipart/form-data", "--edge--"),
        ("multipart/form-data; boundary=edge", "--edge\r\nContent-Disposition: form-data; name=\"csrf\""),
        ("multipart/form-data; boundary=edge", ""),
    ] {
        let request = visitor
            .request("POST", "/stones/new")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        app.send(request).await.is(400);
    }
}

#[tokio::test]
async fn sec_05_a_picture_is_a_download_in_which_nothing_runs_and_of_which_nothing_stays() {
    let (app, visitor) = site().await;
    let answer = app.get(&visitor, "/stones/photo").await.is(200);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("content-disposition", "attachment; filename=\"photo.jpg\""),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
        assert_eq!(answer.headers.get_all(name).iter().count(), 1, "{name}");
    }
    assert!(answer.headers.get("content-encoding").is_none());
}
