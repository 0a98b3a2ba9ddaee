//! The text of messages.

use crate::models::ChatMessage;

impl ChatMessage {
    /// Returns the text of the message, or its HTML, as [`message_type`](Self::message_type) says.
    /// Short for `content.message`. System messages and deleted messages have no text.
    pub fn text(&self) -> Option<&str> {
        self.content.as_ref()?.message.as_deref()
    }
}
