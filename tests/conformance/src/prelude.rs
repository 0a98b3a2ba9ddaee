//! What the calls of all cases share: the report, and values from JSON.
pub use crate::{done, hand, same, status};
pub use azure_core::time::OffsetDateTime;
pub use base64::Engine as _;
pub use serde_json::{Map, Value, json};
pub use std::{collections::HashMap, sync::Arc};

use azure_core::error::ErrorKind;
use azure_core::time::{parse_rfc3339, parse_rfc7231};
use futures::FutureExt;
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, panic::AssertUnwindSafe};

pub const ENDPOINT: &str = "http://localhost:3000";

pub struct Fail(pub String);
pub type Done = Result<(), Fail>;

impl From<azure_core::Error> for Fail {
    fn from(error: azure_core::Error) -> Self {
        let text = match error.kind() {
            ErrorKind::HttpResponse { status, raw_response: Some(raw), .. } => {
                let body = String::from_utf8_lossy(raw.body()).replace('\n', " ");
                let body: String = body.chars().take(500).collect();
                format!("mock answered {}: {body}", u16::from(*status))
            }
            kind => {
                let mut text = format!("{kind:?}: {error}");
                let mut source = std::error::Error::source(&error);
                while let Some(inner) = source {
                    text += &format!(" <- {inner}");
                    source = inner.source();
                }
                text
            }
        };
        Fail(text)
    }
}
impl From<String> for Fail {
    fn from(text: String) -> Self {
        Fail(text)
    }
}
impl From<&str> for Fail {
    fn from(text: &str) -> Self {
        Fail(text.to_owned())
    }
}

#[derive(Serialize)]
pub struct Row {
    pub case: String,
    pub scenario: String,
    pub call: String,
    pub result: &'static str,
    pub why: String,
}

#[derive(Default)]
pub struct Report {
    case: String,
    pub only: Option<String>,
    pub rows: Vec<Row>,
}

impl Report {
    pub fn wants(&self, module: &str) -> bool {
        self.only.as_ref().is_none_or(|only| module.contains(only.as_str()))
    }
    pub fn case(&mut self, case: &str) {
        self.case = case.to_owned();
    }
    fn row(&mut self, scenario: &str, call: &str, result: &'static str, why: String) {
        self.rows.push(Row {
            case: self.case.clone(),
            scenario: scenario.to_owned(),
            call: call.to_owned(),
            result,
            why,
        });
    }
    /// Runs a check; a panic of it (an argument that cannot be made) is a failure.
    pub async fn check(&mut self, scenario: &str, call: &str, check: impl Future<Output = Done>) {
        let timed = tokio::time::timeout(std::time::Duration::from_secs(20), check);
        match AssertUnwindSafe(timed).catch_unwind().await {
            Ok(Ok(Ok(()))) => self.row(scenario, call, "pass", String::new()),
            Ok(Ok(Err(Fail(why)))) => self.row(scenario, call, "fail", why),
            Ok(Err(_)) => self.row(scenario, call, "fail", "timeout".into()),
            Err(panic) => {
                let why = panic
                    .downcast_ref::<String>()
                    .cloned()
                    .or_else(|| panic.downcast_ref::<&str>().map(|it| it.to_string()))
                    .unwrap_or_default();
                self.row(scenario, call, "fail", format!("panic: {why}"));
            }
        }
    }
    pub fn inexpressible(&mut self, scenario: &str, call: &str, why: &str) {
        self.row(scenario, call, "not expressible", why.to_owned());
    }
}

#[macro_export]
macro_rules! done {
    ($r:ident, $s:expr, $l:expr, $call:expr) => {
        $r.check($s, $l, async {
            let _ = $call.await?;
            Ok(())
        })
        .await
    };
}
#[macro_export]
macro_rules! same {
    ($r:ident, $s:expr, $l:expr, $call:expr, $want:expr) => {
        $r.check($s, $l, async {
            let got = $call.await?;
            $crate::prelude::expect(&got, &$want)
        })
        .await
    };
}
/// The call has to fail with a status.
#[macro_export]
macro_rules! status {
    ($r:ident, $s:expr, $l:expr, $status:expr, $call:expr) => {
        $r.check($s, $l, async {
            match $call.await {
                Ok(_) => Err($crate::prelude::Fail("the call succeeded".into())),
                Err(error) => match error.http_status() {
                    Some(status) if u16::from(status) == $status => Ok(()),
                    _ => Err(error.into()),
                },
            }
        })
        .await
    };
}
#[macro_export]
macro_rules! hand {
    ($r:ident, $s:expr, $l:expr, $body:block) => {
        $r.check($s, $l, async {
            $body
            #[allow(unreachable_code)]
            Ok(())
        })
        .await
    };
}

pub fn ensure(holds: bool, why: impl Into<String>) -> Done {
    if holds { Ok(()) } else { Err(Fail(why.into())) }
}

pub fn expect<T: Serialize + std::fmt::Debug>(got: &T, want: &Value) -> Done {
    let shown = format!("{got:?}");
    if std::env::var_os("SHOW_UNKNOWN").is_some() && shown.contains("Unknown") {
        eprintln!("decoded as unknown: {shown} from {want}");
    }
    let got = serde_json::to_value(got).map_err(|error| Fail(format!("cannot show: {error}")))?;
    if alike(&got, want) {
        Ok(())
    } else {
        Err(Fail(format!("decoded {got}, the mock sent {want}")))
    }
}

/// Equal but for null and absent, 1 and 1.0, and the spelling of one instant.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            a == b
                || a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| {
                    (a - b).abs() < 1e-6 * a.abs().max(1.0) && !(a.fract() == 0.0 && a != b)
                })
        }
        (Value::String(a), Value::String(b)) => {
            a == b || parse_rfc3339(a).ok().zip(parse_rfc3339(b).ok()).is_some_and(|(a, b)| a == b)
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let has =
                |key: &String, of: &Map<String, Value>| of.get(key).cloned().unwrap_or(Value::Null);
            a.keys().chain(b.keys()).all(|key| alike(&has(key, a), &has(key, b)))
        }
        _ => a == b,
    }
}

/// A value of a public type, from JSON.
pub fn j<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value.clone())
        .unwrap_or_else(|error| panic!("{} cannot be {value}: {error}", std::any::type_name::<T>()))
}
pub fn dt(value: Value) -> OffsetDateTime {
    match &value {
        Value::Number(n) => OffsetDateTime::from_unix_timestamp(n.as_i64().unwrap()).unwrap(),
        Value::String(s) if s.bytes().all(|b| b.is_ascii_digit()) => {
            OffsetDateTime::from_unix_timestamp(s.parse().unwrap()).unwrap()
        }
        Value::String(s) => parse_rfc3339(s).or_else(|_| parse_rfc7231(s)).unwrap(),
        _ => panic!("no time: {value}"),
    }
}
pub fn dts(value: Value) -> Vec<OffsetDateTime> {
    value.as_array().unwrap().iter().cloned().map(dt).collect()
}
pub fn b64(text: &str) -> Vec<u8> {
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    STANDARD.decode(text).or_else(|_| URL_SAFE_NO_PAD.decode(text)).unwrap()
}
pub fn b64s(value: Value) -> Vec<Vec<u8>> {
    value.as_array().unwrap().iter().map(|it| b64(it.as_str().unwrap())).collect()
}
pub fn at(path: &str) -> String {
    format!("{ENDPOINT}/{path}")
}

/// A credential whose token is the scopes' own, as the mock server wants it.
#[derive(Debug)]
struct Token;
#[async_trait::async_trait]
impl azure_core::credentials::TokenCredential for Token {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<azure_core::credentials::TokenRequestOptions<'_>>,
    ) -> azure_core::Result<azure_core::credentials::AccessToken> {
        let expires = OffsetDateTime::now_utc() + azure_core::time::Duration::hours(1);
        Ok(azure_core::credentials::AccessToken::new(scopes.join(" "), expires))
    }
}
pub fn token() -> Arc<dyn azure_core::credentials::TokenCredential> {
    Arc::new(Token)
}
fn asset(name: &str) -> Vec<u8> {
    let spector = std::env::var("SUITE").unwrap_or("target/spector".into());
    std::fs::read(format!("{spector}/node_modules/@typespec/http-specs/assets/{name}")).unwrap()
}
pub fn png() -> Vec<u8> {
    asset("image.png")
}
pub fn jpg() -> Vec<u8> {
    asset("image.jpg")
}
pub fn expect_bytes(got: &[u8], want: &[u8]) -> Done {
    ensure(
        got == want,
        format!(
            "{} bytes came, {} were sent: {}",
            got.len(),
            want.len(),
            String::from_utf8_lossy(&got[..got.len().min(80)])
        ),
    )
}
