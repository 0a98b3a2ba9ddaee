//! A stream of what happens in a thread.

use crate::{
    ChatThreadClient,
    calls::ListMessages,
    models::{ChatMessage, ChatMessageType},
    participation::NoAccess,
    runtime::{
        checkpoint::Checkpoint,
        continuation::Continuation,
        known::Known,
        page::Page,
        pager::Pages,
        watch::{Watch, Watched},
    },
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::Context,
    time::{Duration, OffsetDateTime},
};
use futures::{Stream, StreamExt};
use std::{collections::BTreeMap, mem, ops::RangeInclusive, pin::Pin, task};

impl ChatThreadClient {
    /// Watches the thread: a stream of its new, edited and deleted messages, its new topics, and the
    /// participants who come and go.
    ///
    /// ```
    /// # use acs_chat::{ChatThreadClient, ThreadChange};
    /// # use futures::StreamExt;
    /// # async fn example(thread: ChatThreadClient) {
    /// let mut changes = thread.watch().changes();
    /// while let Some(change) = changes.next().await {
    ///     match change {
    ///         Ok(ThreadChange::MessageReceived(message)) => println!("{}", message.id),
    ///         Ok(_) => {}
    ///         Err(error) => eprintln!("{error}; trying again"),
    ///     }
    /// }
    /// # }
    /// ```
    #[doc(alias = "poll")]
    #[doc(alias = "subscribe")]
    pub fn watch(&self) -> WatchThread {
        WatchThread {
            messages: self.list_messages().max_page_size(50),
            watched: ["thread ", self.chat_thread_id()].concat(),
            since: None,
            every: Duration::seconds(2)..=Duration::seconds(20),
            checkpoint: None,
        }
    }
}

/// The options of [`ChatThreadClient::watch`].
#[derive(Clone, Debug)]
#[must_use = "nothing is watched until the changes are polled"]
pub struct WatchThread {
    messages: ListMessages,
    watched: String,
    since: Option<OffsetDateTime>,
    every: RangeInclusive<Duration>,
    checkpoint: Option<Checkpoint>,
}

impl WatchThread {
    /// Begins with the changes at or after this time, by the clock of the service. By default, the
    /// stream begins with the first change after its first request.
    ///
    /// The stream holds these changes in memory until they are yielded, because the service lists
    /// the newest first. To read the history of a large thread, list its messages.
    pub fn since(mut self, since: OffsetDateTime) -> Self {
        self.since = Some(since);
        self
    }

    /// The shortest and the longest time between two requests, 2 to 20 seconds by default.
    ///
    /// The stream asks at the shortest interval while there are changes, and waits a quarter longer
    /// after each request that brings none. At rest, the default is 3 requests a minute. The service
    /// allows 200 a minute for each user and thread, and 400 for all users of a thread.
    pub fn every(mut self, every: RangeInclusive<Duration>) -> Self {
        self.every = every;
        self
    }

    /// The maximum number of messages in one page, 50 by default and 200 at most. A request for one
    /// page is enough if no more messages changed since the last request.
    pub fn page_size(mut self, page_size: i32) -> Self {
        self.messages = self.messages.max_page_size(page_size);
        self
    }

    /// Resumes an earlier stream after the change that it yielded last. [`since`](Self::since) is
    /// ignored. The checkpoint of another thread is an error.
    pub fn resume(mut self, checkpoint: Checkpoint) -> Self {
        self.checkpoint = Some(checkpoint);
        self
    }

    /// Follows links to this origin too, like
    /// [`ListMessages::allow_links_to`](crate::calls::ListMessages::allow_links_to).
    pub fn allow_links_to(mut self, origin: impl AsRef<str>) -> Self {
        self.messages = self.messages.allow_links_to(origin);
        self
    }

    /// Sends the requests with a context: a span, or values for your own policies.
    pub fn context(mut self, context: Context<'_>) -> Self {
        self.messages = self.messages.context(context);
        self
    }

    /// Returns the stream. Sends nothing until the stream is polled.
    pub fn changes(self) -> ThreadChanges {
        let milliseconds = |time: OffsetDateTime| time.unix_timestamp_nanos() / 1_000_000;
        let since = self.since.map(|since| u64::try_from(milliseconds(since)).unwrap_or_default());
        let resumed = self.checkpoint.map(|checkpoint| checkpoint.known(&self.watched)).transpose();
        let (known, refusal) = match resumed {
            Ok(resumed) => (resumed.or(since.map(Known::before)), None),
            Err(error) => (None, Some(error)),
        };
        let (list, watched) = (self.messages, self.watched);
        let messages = Messages { list, watched, known, read: BTreeMap::new(), pages: 0 };
        ThreadChanges(Watch::new(messages, self.every, refusal))
    }
}

/// A [`Stream`] of the changes in a thread, oldest first.
///
/// Each version of a message is yielded once, and none is missed. A message that changes several
/// times between two requests is yielded once, with its newest content. The service can show versions
/// out of order: the stream finds those that are up to ten seconds late.
///
/// An error does not end the stream: poll again, and it sends the next request after a while. A message
/// that cannot be read is an error once, which [`BadItem::of`](crate::BadItem::of) recognizes; the
/// others are yielded. The stream ends after [`ThreadChange::ThreadDeleted`] and [`ThreadChange::ParticipationEnded`]. Dropping the
/// future of an item loses nothing.
#[must_use = "streams do nothing unless polled"]
#[derive(Debug)]
pub struct ThreadChanges(Watch<Messages>);

impl ThreadChanges {
    /// The position after the change that was yielded last. `None` before the first response, unless
    /// the stream began at a time or was resumed.
    ///
    /// ```
    /// # use acs_chat::ChatThreadClient;
    /// # use futures::StreamExt;
    /// # async fn example(thread: ChatThreadClient) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut watch = thread.watch();
    /// if let Ok(stored) = std::fs::read_to_string("checkpoint") {
    ///     watch = watch.resume(stored.parse()?);
    /// }
    /// let mut changes = watch.changes();
    /// while let Some(change) = changes.next().await {
    ///     println!("{change:?}");
    ///     if let Some(checkpoint) = changes.checkpoint() {
    ///         std::fs::write("checkpoint", checkpoint.to_string())?;
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        let Messages { watched, known, .. } = &self.0.watched;
        Some(Checkpoint::new(watched, known.clone()?))
    }
}

impl Stream for ThreadChanges {
    type Item = Result<ThreadChange>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> task::Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

/// A change in a thread.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThreadChange {
    /// A message that was not yielded before. It may have been edited already.
    MessageReceived(Box<ChatMessage>),
    /// A message was edited.
    MessageEdited(Box<ChatMessage>),
    /// A message was deleted. It may not have been yielded before.
    MessageDeleted(Box<ChatMessage>),
    /// The topic changed. The content of the message has the new topic.
    TopicUpdated(Box<ChatMessage>),
    /// Participants were added. The content of the message lists them.
    ParticipantsAdded(Box<ChatMessage>),
    /// Participants were removed. The content of the message lists them.
    ParticipantsRemoved(Box<ChatMessage>),
    /// The thread does not exist any more. The stream ends.
    ThreadDeleted,
    /// The user is not a participant of the thread any more. The stream ends.
    ParticipationEnded,
}

impl ThreadChange {
    /// The message that changed or that announces the change. `None` for the changes that end the
    /// stream.
    pub fn message(&self) -> Option<&ChatMessage> {
        match self {
            Self::MessageReceived(message)
            | Self::MessageEdited(message)
            | Self::MessageDeleted(message)
            | Self::TopicUpdated(message)
            | Self::ParticipantsAdded(message)
            | Self::ParticipantsRemoved(message) => Some(message),
            Self::ThreadDeleted | Self::ParticipationEnded => None,
        }
    }

    fn new(message: Box<ChatMessage>, is_known: bool) -> Self {
        match message.message_type {
            _ if message.deleted_on.is_some() => Self::MessageDeleted(message),
            _ if is_known => Self::MessageEdited(message),
            ChatMessageType::TopicUpdated => Self::TopicUpdated(message),
            ChatMessageType::ParticipantAdded => Self::ParticipantsAdded(message),
            ChatMessageType::ParticipantRemoved => Self::ParticipantsRemoved(message),
            _ => Self::MessageReceived(message),
        }
    }
}

/// The messages of a thread, which are listed by their versions, newest first.
struct Messages {
    list: ListMessages,
    watched: String,
    /// `None` until the first reading shows the newest version.
    known: Option<Known>,
    /// The messages of the current reading that are not known, by version and id.
    read: BTreeMap<(u64, String), ChatMessage>,
    pages: usize,
}

impl Watched for Messages {
    type Item = ChatMessage;
    type Change = ThreadChange;

    fn pages(&self, from: Option<Continuation>) -> Pages<ChatMessage> {
        match from {
            Some(from) => self.list.clone().resume(from).pages(),
            None => self.list.clone().pages(),
        }
    }

    fn take(&mut self, page: Page<ChatMessage>, errors: &mut Vec<Error>) -> bool {
        self.pages += 1;
        let mut more = true;
        for message in page {
            let Ok(version) = message.version.parse() else {
                errors.push(no_number(&message.id));
                continue;
            };
            let is_known = match (&self.known, self.read.last_key_value()) {
                (Some(known), _) => known.has_version(version, &message.id),
                (None, Some(((newest, _), _))) => version < Known::first_floor(*newest),
                (None, None) => false,
            };
            more &= !is_known || self.known.as_ref().is_some_and(|known| version >= known.floor);
            if !is_known {
                self.read.insert((version, message.id.clone()), message);
            }
        }
        more
    }

    fn start_over(&mut self) {
        self.read.clear();
        self.pages = 0;
    }

    fn finish(&mut self) -> bool {
        if self.known.is_none() {
            let mut known = Known::default();
            mem::take(&mut self.read).into_keys().for_each(|(version, id)| known.add(version, id));
            known.settle();
            self.known = Some(known);
        }
        !self.read.is_empty()
    }

    fn next(&mut self) -> Option<ThreadChange> {
        let known = self.known.get_or_insert_default();
        let Some(((version, id), message)) = self.read.pop_first() else {
            // One page shows one moment. Between two pages, a message can have moved to the first.
            if mem::take(&mut self.pages) == 1 {
                known.settle();
            }
            return None;
        };
        // The id of a message is its first version.
        let is_known = known.has_item(id.parse().unwrap_or(version), &id);
        known.add(version, id);
        Some(ThreadChange::new(Box::new(message), is_known))
    }

    fn end(&self, error: &Error) -> Option<ThreadChange> {
        NoAccess::of(error).map(|reason| match reason {
            NoAccess::Deleted => ThreadChange::ThreadDeleted,
            NoAccess::NotParticipant => ThreadChange::ParticipationEnded,
        })
    }
}

fn no_number(id: &str) -> Error {
    let message = format!("the version of the message {id} is not a number");
    Error::with_message(ErrorKind::DataConversion, message)
}
