//! New threads: their ids, and their clients.

use crate::{
    ChatClient, ChatThreadClient,
    calls::CreateChatThread,
    models::{ChatParticipant, ChatRetentionPolicy, CreateChatThreadResult},
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::Context,
};
use futures::future::BoxFuture;

impl CreateChatThreadResult {
    /// Returns the id of the new thread.
    ///
    /// # Errors
    /// Returns an error if the response has no thread. The service always sends one, but its
    /// description does not promise that.
    pub fn chat_thread_id(&self) -> Result<&str> {
        match &self.chat_thread {
            Some(thread) => Ok(&thread.id),
            None => Err(Error::with_message(
                ErrorKind::DataConversion,
                "the response does not contain the new thread",
            )),
        }
    }
}

impl ChatClient {
    /// Creates a thread and resolves to its client. Short for
    /// [`create_chat_thread`](Self::create_chat_thread) and
    /// [`chat_thread_client`](Self::chat_thread_client).
    ///
    /// - `topic`: The topic of the thread.
    ///
    /// # Errors
    /// Fails like `create_chat_thread`. If a participant cannot be added, the error contains the id
    /// of the thread, which exists, and the service's reason. Call `create_chat_thread` to continue
    /// without that participant.
    ///
    /// `POST /chat/threads`
    pub fn create_thread_client(&self, topic: impl Into<String>) -> CreateThreadClient {
        CreateThreadClient { chat: self.clone(), call: self.create_chat_thread(topic) }
    }
}

/// A call of [`ChatClient::create_thread_client`].
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateThreadClient {
    chat: ChatClient,
    call: CreateChatThread,
}

impl CreateThreadClient {
    /// The first participants, besides the caller.
    pub fn participants(mut self, participants: impl IntoIterator<Item = ChatParticipant>) -> Self {
        self.call = self.call.participants(participants);
        self
    }

    /// Custom names and values to store with the thread, at most 1 KB in total.
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.call = self.call.metadata(metadata);
        self
    }

    /// The policy for deleting the thread automatically.
    pub fn retention_policy(mut self, retention_policy: impl Into<ChatRetentionPolicy>) -> Self {
        self.call = self.call.retention_policy(retention_policy);
        self
    }

    /// Identifies the request across retries, like the setter of [`CreateChatThread`].
    pub fn repeatability_request_id(mut self, repeatability_request_id: impl AsRef<str>) -> Self {
        self.call = self.call.repeatability_request_id(repeatability_request_id);
        self
    }

    /// Sets the context, which policies can read.
    pub fn context(mut self, context: Context<'_>) -> Self {
        self.call = self.call.context(context);
        self
    }

    /// Returns the future of this call, for functions that need one, such as `tokio::spawn`. It sends
    /// nothing until it is polled.
    pub fn send(self) -> BoxFuture<'static, Result<ChatThreadClient>> {
        self.into_future()
    }
}

impl IntoFuture for CreateThreadClient {
    type Output = Result<ChatThreadClient>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let created = self.call.await?;
            let id = created.chat_thread_id()?;
            match created.invalid_participants.first() {
                Some(reason) => Err(Error::with_error(
                    ErrorKind::Other,
                    reason.clone(),
                    format!("the thread {id} was created, but not all participants were added"),
                )),
                None => Ok(self.chat.chat_thread_client(id)),
            }
        })
    }
}
