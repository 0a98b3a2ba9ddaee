//! Typing notifications while a user keeps typing.

use crate::{ChatThreadClient, calls::SendTypingNotification, runtime::throttle::Throttle};
use std::{
    fmt,
    time::{Duration, Instant},
};

/// The service allows 15 notifications a minute for each user and thread.
const INTERVAL: Duration = Duration::from_secs(8);

impl ChatThreadClient {
    /// Returns typing notifications for a user who keeps typing: ask for one at each key.
    ///
    /// ```
    /// # async fn example(thread: acs_chat::ChatThreadClient) -> azure_core::Result<()> {
    /// let mut typing = thread.typing().sender_display_name("Ann");
    /// for _key in "hello".chars() {
    ///     if let Some(notification) = typing.key_pressed() {
    ///         notification.await?;
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn typing(&self) -> Typing {
        let throttle = Throttle::new(INTERVAL);
        Typing { thread: self.clone(), sender_display_name: None, throttle }
    }
}

/// Typing notifications, at most one every 8 seconds.
#[derive(Clone)]
pub struct Typing {
    thread: ChatThreadClient,
    sender_display_name: Option<String>,
    throttle: Throttle,
}

impl Typing {
    /// The display name that the notifications have.
    pub fn sender_display_name(mut self, sender_display_name: impl Into<String>) -> Self {
        self.sender_display_name = Some(sender_display_name.into());
        self
    }

    /// Returns the notification to send now. `None` within 8 seconds of the last one.
    pub fn key_pressed(&mut self) -> Option<SendTypingNotification> {
        if !self.throttle.passes(Instant::now()) {
            return None;
        }
        let call = self.thread.send_typing_notification();
        Some(match &self.sender_display_name {
            Some(name) => call.sender_display_name(name),
            None => call,
        })
    }
}

impl fmt::Debug for Typing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typing").field("thread", &self.thread).finish_non_exhaustive()
    }
}
