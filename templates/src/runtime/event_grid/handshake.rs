//! How a webhook agrees to a subscription, in both schemas.

use crate::runtime::event_grid::envelope::conversion;
use azure_core::{Result, Value, fmt::SafeDebug};
use serde::Deserialize;

/// The request of Event Grid that a webhook agrees to a subscription: the data of
/// `Microsoft.EventGrid.SubscriptionValidationEvent`.
///
/// Event Grid posts this event before any other, if the subscription uses the Event Grid schema. The
/// webhook agrees if it answers 200 with [`response_body`](Self::response_body) as
/// `application/json`. A subscription in the CloudEvents schema asks with `OPTIONS` instead: see
/// [`handshake_headers`].
#[derive(Clone, Deserialize, PartialEq, SafeDebug)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SubscriptionValidation {
    /// The code that Event Grid wants back.
    pub validation_code: String,
    /// A URL that agrees too, when somebody opens it within ten minutes. The answer to the event must
    /// then be 200 without the code.
    pub validation_url: Option<String>,
}

impl SubscriptionValidation {
    /// Reads the data of the event.
    pub(crate) fn read(data: &Value) -> Result<Self> {
        Self::deserialize(data).map_err(|_| conversion("its data has no `validationCode`"))
    }

    /// Returns the JSON that agrees: `{"validationResponse":"…"}`.
    pub fn response_body(&self) -> String {
        serde_json::json!({ "validationResponse": self.validation_code }).to_string()
    }
}

/// Returns the headers that agree to a subscription in the CloudEvents schema.
///
/// Event Grid sends `OPTIONS` with its origin, `eventgrid.azure.net`, in the header
/// `WebHook-Request-Origin`. The webhook agrees if it answers 200 with these headers, which allow the
/// origin to post events at any rate. Without `WebHook-Request-Origin`, the request is not a
/// handshake.
///
/// Returns `None` if `request_origin` is not the name of a host.
///
/// The handshake proves to Event Grid that the webhook expects events. It does not prove to the
/// webhook who asks: see [`WebhookSecret`](crate::runtime::event_grid::secret::WebhookSecret).
pub fn handshake_headers(request_origin: &str) -> Option<[(&'static str, String); 2]> {
    let is_host = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '_');
    let origin = request_origin.trim();
    let is_name = !origin.is_empty() && origin.chars().all(is_host);
    is_name.then(|| {
        [("webhook-allowed-origin", origin.to_owned()), ("webhook-allowed-rate", "*".to_owned())]
    })
}
