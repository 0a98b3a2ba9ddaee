//! Participation: a user in a thread, and the messages that the user has read there.

use crate::{
    ChatThreadClient,
    models::{ChatMessage, ChatMessageReadReceipt, ChatMessageType},
    runtime::communication::{error::CommunicationError, identifier::CommunicationIdentifier},
};
use azure_core::{Result, error::Error, http::StatusCode};
use futures::TryStreamExt;

/// The reason why a user has no access to a thread.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NoAccess {
    Deleted,
    NotParticipant,
}

impl NoAccess {
    /// `None` if the service did not say so. A gateway in front of it can have the same status, but
    /// another body.
    pub fn of(error: &Error) -> Option<Self> {
        CommunicationError::of(error).filter(|reason| !reason.code.is_empty())?;
        match error.http_status()? {
            StatusCode::NotFound => Some(Self::Deleted),
            StatusCode::Forbidden => Some(Self::NotParticipant),
            _ => None,
        }
    }
}

impl ChatThreadClient {
    /// Returns `true` if the thread exists and the user of this client is a participant.
    ///
    /// ```
    /// # async fn example(thread: acs_chat::ChatThreadClient) -> azure_core::Result<()> {
    /// if !thread.is_participant().await? {
    ///     println!("you cannot write here any more");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of [`get_properties`](Self::get_properties), apart from the statuses 403
    /// and 404.
    pub async fn is_participant(&self) -> Result<bool> {
        match self.get_properties().await {
            Ok(_) => Ok(true),
            Err(error) if NoAccess::of(&error).is_some() => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Returns the message that a participant has read last, and the number of messages since then.
    ///
    /// Requests the read receipts, and the messages that changed since the participant has read one.
    /// Without a read receipt, these are all messages of the thread. The service does not offer read
    /// receipts in threads with more than 20 participants.
    ///
    /// ```
    /// # use acs_chat::{ChatThreadClient, CommunicationIdentifier};
    /// # async fn example(thread: ChatThreadClient) -> azure_core::Result<()> {
    /// let me = CommunicationIdentifier::from_raw_id("8:acs:…");
    /// let progress = thread.reading_progress(me).await?;
    /// println!("{} unread messages", progress.unread);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of [`list_read_receipts`](Self::list_read_receipts) and
    /// [`list_messages`](Self::list_messages).
    #[doc(alias = "unread")]
    pub async fn reading_progress(
        &self,
        participant: impl Into<CommunicationIdentifier>,
    ) -> Result<ReadingProgress> {
        let participant = participant.into();
        let mut last_read: Option<ChatMessageReadReceipt> = None;
        let mut receipts = self.list_read_receipts().items();
        while let Some(receipt) = receipts.try_next().await? {
            let newest = last_read.as_ref().map_or(0, |receipt| number(&receipt.chat_message_id));
            if receipt.sender_communication_identifier == participant
                && number(&receipt.chat_message_id) > newest
            {
                last_read = Some(receipt);
            }
        }
        let newest = last_read.as_ref().map_or(0, |receipt| number(&receipt.chat_message_id));
        let mut unread = 0;
        let mut messages = self.list_messages().max_page_size(200).items();
        // A message is listed by its last change, which is not before its id.
        while let Some(message) = messages.try_next().await?
            && number(&message.version) > newest
        {
            let is_new = number(&message.id) > newest && message.deleted_on.is_none();
            unread += usize::from(is_new && is_for(&participant, &message));
        }
        Ok(ReadingProgress { last_read, unread })
    }
}

/// The messages that a participant has read in a thread.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadingProgress {
    /// The receipt for the newest message that the participant has read.
    pub last_read: Option<ChatMessageReadReceipt>,
    /// The number of newer messages that others have sent. System messages and deleted messages do
    /// not count.
    pub unread: usize,
}

/// Returns `true` if somebody else wrote the message.
fn is_for(participant: &CommunicationIdentifier, message: &ChatMessage) -> bool {
    let is_written = matches!(message.message_type, ChatMessageType::Text | ChatMessageType::Html);
    is_written && message.sender_communication_identifier.as_ref() != Some(participant)
}

/// Ids and versions are times in milliseconds.
fn number(text: &str) -> u64 {
    text.parse().unwrap_or_default()
}
