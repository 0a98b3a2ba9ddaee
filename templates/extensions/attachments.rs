//! Downloads of attachments.

use crate::{
    ChatThreadClient,
    runtime::{call::Call, download::open, pipeline::Operation, prepared::PreparedCall},
};
use azure_core::{
    Result,
    http::{AsyncResponse, AsyncResponseBody, Context, Method, Url},
};
use futures::future::BoxFuture;
use std::fmt;

/// The domains at which the service has attachments, besides the endpoint: those of resources, and
/// the one of messages from Teams. Microsoft's documentation and samples show both.
const DOMAINS: [&str; 2] = ["communication.azure.com", "chat.prod.communication.microsoft.com"];

impl ChatThreadClient {
    /// Downloads the attachment at the `url` or the `preview_url` of a
    /// [`ChatAttachment`](crate::models::ChatAttachment).
    ///
    /// The token of the user authorizes the download, so only these URLs are allowed: those at the
    /// endpoint, and https at the domains `communication.azure.com` and
    /// `chat.prod.communication.microsoft.com`. The `preview_url` of a *file* is a web page of
    /// SharePoint: open it in a browser.
    ///
    /// Reading the body is not retried.
    ///
    /// ```
    /// # use acs_chat::{ChatThreadClient, models::ChatAttachment};
    /// # async fn example(thread: ChatThreadClient, image: ChatAttachment) -> azure_core::Result<()> {
    /// if let Some(url) = &image.preview_url {
    ///     let bytes = thread.download_attachment(url).await?.collect().await?;
    ///     println!("{} bytes", bytes.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn download_attachment(&self, url: impl AsRef<str>) -> DownloadAttachment {
        let mut call = Call::new(&self.service, &DOWNLOAD_ATTACHMENT, &[], ());
        call.header("accept", "*/*");
        DownloadAttachment { call, url: url.as_ref().to_owned() }
    }
}

const DOWNLOAD_ATTACHMENT: Operation = Operation {
    name: "ChatThreadClient.download_attachment",
    method: Method::Get,
    // The URL of the attachment replaces it.
    path: "/",
    content_type: None,
    success: &[200],
    names: &[],
};

/// A call of [`ChatThreadClient::download_attachment`].
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct DownloadAttachment {
    call: Call,
    url: String,
}

impl DownloadAttachment {
    /// Allows attachments at this origin too, with the token of the request. A gateway or a custom
    /// domain in front of the service may need this.
    pub fn allow_links_to(mut self, origin: impl AsRef<str>) -> Self {
        self.call.allow_links_to(origin.as_ref());
        self
    }

    /// Sends the call with a context: a client request id, a span, or values for your own policies.
    pub fn context(mut self, context: Context<'_>) -> Self {
        self.call.context(context);
        self
    }

    /// Returns the future of this call, for functions that need one, such as `tokio::spawn`. It sends
    /// nothing until it is polled.
    pub fn send(self) -> BoxFuture<'static, Result<AsyncResponseBody>> {
        self.into_future()
    }

    /// Sends the call and returns the whole response: the status, the headers, such as the content
    /// type, and the body, which is a stream.
    ///
    /// # Errors
    /// Returns the errors of the awaited call.
    pub async fn response(self) -> Result<AsyncResponse> {
        open(self.prepare()).await.map(Into::into)
    }

    fn prepare(mut self) -> PreparedCall {
        if let Some(origin) = origin_of_service(&self.url) {
            self.call.allow_links_to(&origin);
        }
        self.call.without_body().prepare_link(&self.url)
    }
}

/// Resolves to the body: a stream of bytes, which `collect` joins.
impl IntoFuture for DownloadAttachment {
    type Output = Result<AsyncResponseBody>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(open(self.prepare()).await?.into_body()) })
    }
}

/// Does not show the URL, which can be signed.
impl fmt::Debug for DownloadAttachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadAttachment").finish_non_exhaustive()
    }
}

/// The origin of a URL, if the service owns it.
fn origin_of_service(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?;
    let is_at = |domain: &&str| host.strip_suffix(*domain).is_some_and(|it| it.ends_with('.'));
    let is_standard = url.scheme() == "https" && url.port().is_none();
    (is_standard && DOMAINS.iter().any(is_at)).then(|| url.origin().ascii_serialization())
}
