use crate::runtime::communication::credential::{CommunicationTokenCredential, RefreshOptions};
use azure_core::{
    Error, Result,
    base64::encode_url_safe,
    credentials::{AccessToken, TokenCredential},
    error::ErrorKind,
    time::{Duration, OffsetDateTime, parse_rfc3339},
};

fn jwt(claims: &str) -> String {
    format!("SECRET.{}.SECRET", encode_url_safe(claims))
}

#[tokio::test]
async fn a_jwt_contains_its_expiry() {
    let expiry = parse_rfc3339("2100-01-01T00:00:00Z").unwrap();
    for claims in [
        r#"{"exp":4102444800}"#,
        r#"{"exp":4102444800.0}"#,
        r#"{"exp":4102444800.987}"#,
        r#"{"exp":4.1024448e9}"#,
        r#"{"skypeid":"acs:a_b","scp":1792,"exp":4102444800,"chat":true}"#,
        // Each length modulo three: payloads have no padding.
        r#"{"exp":4102444800 }"#,
        r#"{"exp":4102444800  }"#,
        r#"{"name":"Ünïcødé ✓ 人 🎈","exp":4102444800}"#,
    ] {
        let credential = CommunicationTokenCredential::new(jwt(claims)).unwrap();
        let token = credential.get_token(&["any"], None).await.unwrap();
        assert_eq!(token.expires_on, expiry, "{claims}");
        assert_eq!(token.token.secret(), jwt(claims));
    }
    let padded = jwt(r#"{"exp":4102444800 }"#).replacen(".SECRET", "==.SECRET", 1);
    assert!(CommunicationTokenCredential::new(padded).is_ok());
}

#[test]
fn other_text_than_a_jwt_is_refused_and_not_shown() {
    let good = jwt(r#"{"exp":4102444800}"#);
    for bad in [
        String::new(),
        "SECRET".to_owned(),
        "SECRET.SECRET.SECRET".to_owned(),
        "SECRET.".to_owned() + &encode_url_safe(r#"{"exp":4102444800}"#),
        format!("{good}.SECRET"),
        format!("{good}\n"),
        format!("{good} "),
        jwt("{}"),
        jwt(r#"{"exp":"4102444800"}"#),
        jwt(r#"{"exp":null}"#),
        jwt(r#"{"exp":1e300}"#),
        jwt(r#"{"exp":-1e300}"#),
        jwt("[]"),
        jwt(""),
    ] {
        let error = CommunicationTokenCredential::new(bad.clone()).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Credential);
        assert_eq!(error.to_string(), "the token is not a JWT with an expiry", "{bad}");
        assert!(!format!("{error:?}").contains("SECRET"), "{error:?}");
    }
}

#[tokio::test]
async fn an_opaque_token_has_the_given_expiry() {
    let expiry = OffsetDateTime::UNIX_EPOCH;
    let credential = CommunicationTokenCredential::with_expiry("SECRET", expiry);
    let token = credential.get_token(&[], None).await.unwrap();
    assert_eq!((token.token.secret(), token.expires_on), ("SECRET", expiry));
    assert!(!format!("{credential:?} {token:?}").contains("SECRET"));
}

#[tokio::test]
async fn a_refresher_returns_jwts_or_tokens_with_their_expiry() {
    let valid = || jwt(r#"{"exp":4102444800}"#);
    let credential = CommunicationTokenCredential::with_refresher(
        move || async move { Result::Ok(valid()) },
        None,
    );
    let token = credential.unwrap().get_token(&[], None).await.unwrap();
    assert_eq!(token.token.secret(), valid());

    let expires_on = parse_rfc3339("2100-01-01T00:00:00Z").unwrap();
    let opaque = move || async move { Result::Ok(AccessToken::new("opaque", expires_on)) };
    let options = RefreshOptions { initial_token: Some(valid().into()), ..Default::default() };
    let credential = CommunicationTokenCredential::with_refresher(opaque, Some(options)).unwrap();
    let token = credential.get_token(&[], None).await.unwrap();
    assert_eq!(token.token.secret(), valid(), "the first token is good");
    assert!(!format!("{credential:?}").contains("SECRET"));

    let credential = CommunicationTokenCredential::with_refresher(opaque, None).unwrap();
    let token = credential.get_token(&[], None).await.unwrap();
    assert_eq!((token.token.secret(), token.expires_on), ("opaque", expires_on));
}

#[tokio::test]
async fn a_refresher_must_return_a_token() {
    let garbage = || async { Result::Ok("SECRET") };
    let credential = CommunicationTokenCredential::with_refresher(garbage, None).unwrap();
    let error = credential.get_token(&[], None).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Credential));
    assert!(!format!("{error:?} {error}").contains("SECRET"), "{error:?}");
    let options = RefreshOptions { initial_token: Some("SECRET".into()), ..Default::default() };
    let error = CommunicationTokenCredential::with_refresher(garbage, Some(options)).unwrap_err();
    assert!(!format!("{error:?} {error}").contains("SECRET"), "{error:?}");
}

#[test]
fn a_timeout_must_be_positive() {
    for timeout in [Duration::ZERO, Duration::seconds(-1), Duration::MIN] {
        let options = RefreshOptions { timeout, ..Default::default() };
        let refresher = || async { Result::Ok("token") };
        let error = CommunicationTokenCredential::with_refresher(refresher, Some(options));
        assert_eq!(error.unwrap_err().to_string(), "timeout must be positive");
    }
}

#[tokio::test]
async fn no_lifetime_and_no_timeout_panics() {
    let ends = [OffsetDateTime::UNIX_EPOCH - Duration::days(800_000), OffsetDateTime::UNIX_EPOCH];
    for expires_on in ends.into_iter().chain([parse_rfc3339("9999-12-31T23:59:59Z").unwrap()]) {
        let options = RefreshOptions {
            initial_token: Some(AccessToken::new("token", expires_on).into()),
            proactive: true,
            timeout: Duration::MAX,
        };
        let refresher = || async { Result::Ok(jwt(r#"{"exp":4102444800}"#)) };
        let credential = CommunicationTokenCredential::with_refresher(refresher, Some(options));
        credential.unwrap().get_token(&[], None).await.unwrap();
    }
}

#[tokio::test]
async fn a_refresher_fails_with_an_error_of_any_type() {
    async fn error<E>(error: impl Fn() -> E + Send + Sync + 'static) -> Error
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        let refresher = move || {
            let error = error().into();
            async { Err::<String, _>(error) }
        };
        let credential = CommunicationTokenCredential::with_refresher(refresher, None).unwrap();
        credential.get_token(&[], None).await.unwrap_err()
    }
    let plain = error(|| "no connection").await;
    assert_eq!((plain.kind(), &*plain.to_string()), (&ErrorKind::Credential, "no connection"));
    let io = error(|| std::io::Error::other("no route")).await;
    assert!(io.to_string().contains("no route"), "{io}");
    let response = || {
        let kind =
            ErrorKind::HttpResponse { status: 403.into(), error_code: None, raw_response: None };
        Error::with_message(kind, "not yours")
    };
    let told = error(response).await;
    assert_eq!(
        told.http_status().map(u16::from),
        Some(403),
        "an error of azure_core keeps its kind"
    );
}
