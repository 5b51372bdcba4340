//! OPS-05: health and metrics.

use super::{http::Browser, served::Home};

#[test]
fn ops_05_health_tells_the_version_and_nothing_personal() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let mut browser = Browser::on(&served.base);
    let alive = browser.get("/health");
    assert_eq!((alive.status, alive.body.as_str()), (200, r#"{"status":"alive","version":"0.1.0"}"#));
    assert!(alive.header("x-request-id").is_some_and(|id| id.len() == 36));
    let ready = browser.get("/health/ready");
    assert_eq!(ready.status, 200, "{}", ready.body);
    assert!(ready.body.contains(r#""database":true,"schema":true,"jobs":true"#), "{}", ready.body);
    assert!(!ready.body.contains("clairlien"));
    assert_eq!(browser.get("/robots.txt").body, "User-agent: *\nDisallow: /\n");
}

#[test]
fn ops_05_metrics_count_by_template_on_their_own_address() {
    let home = Home::new("");
    let served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.get("/enter/somebodys-secret?who=ines");
    browser.get("/nowhere/at/all");
    assert_eq!(browser.get("/metrics").status, 404);
    let metrics = Browser::on(&served.metrics()).get("/metrics").body;
    for line in [
        r#"relais_http_requests_total{method="GET",route="/enter/{token}",status="200"} 1"#,
        r#"relais_http_requests_total{method="GET",route="none",status="404"} 2"#,
        r#"relais_http_request_seconds_bucket{method="GET",route="/enter/{token}",le="10"} 1"#,
        r#"relais_jobs{state="failed"} 0"#,
        r#"relais_database_connections{state="open"} "#,
        r#"relais_build_info{version="0.1.0"} 1"#,
    ] {
        assert!(metrics.contains(line), "{line} in {metrics}");
    }
    assert!(!metrics.contains("secret") && !metrics.contains("ines"), "{metrics}");
}
