//! A stream of what happens to the threads of a user.

use crate::{
    ChatClient,
    calls::ListChatThreads,
    models::ChatThreadItem,
    runtime::{
        checkpoint::Checkpoint,
        continuation::Continuation,
        header,
        known::Known,
        page::Page,
        pager::Pages,
        watch::{Watch, Watched},
    },
};
use azure_core::{
    Result,
    error::Error,
    http::{Context, headers::HeaderName},
    time::{Duration, OffsetDateTime, parse_rfc7231},
};
use futures::{Stream, StreamExt};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    mem,
    ops::RangeInclusive,
    pin::Pin,
    task,
};

impl ChatClient {
    /// Watches the list of threads: a stream of the threads that the user joins or leaves, and of
    /// those in which something happens.
    ///
    /// ```
    /// # use acs_chat::{ChatClient, ThreadListChange};
    /// # use azure_core::time::OffsetDateTime;
    /// # use futures::StreamExt;
    /// # async fn example(chat: ChatClient) {
    /// // All threads of the user, and then the changes.
    /// let mut changes = chat.watch_threads().since(OffsetDateTime::UNIX_EPOCH).changes();
    /// while let Some(change) = changes.next().await {
    ///     match change {
    ///         Ok(ThreadListChange::Joined(thread)) => println!("joined {}", thread.id),
    ///         Ok(ThreadListChange::Active(thread)) => println!("news in {}", thread.id),
    ///         Ok(_) => {}
    ///         Err(error) => eprintln!("{error}; trying again"),
    ///     }
    /// }
    /// # }
    /// ```
    pub fn watch_threads(&self) -> WatchThreads {
        WatchThreads {
            threads: self.list_chat_threads(),
            since: None,
            every: Duration::seconds(2)..=Duration::seconds(20),
            checkpoint: None,
        }
    }
}

/// The options of [`ChatClient::watch_threads`].
#[derive(Clone, Debug)]
#[must_use = "nothing is watched until the changes are polled"]
pub struct WatchThreads {
    threads: ListChatThreads,
    since: Option<OffsetDateTime>,
    every: RangeInclusive<Duration>,
    checkpoint: Option<Checkpoint>,
}

const WATCHED: &str = "the list of threads";

impl WatchThreads {
    /// Begins with the threads that were active at or after this time, as [`ThreadListChange::Joined`].
    /// By default, the threads of the first response are not yielded until they change.
    pub fn since(mut self, since: OffsetDateTime) -> Self {
        self.since = Some(since);
        self
    }

    /// The shortest and the longest time between two readings of the list, 2 to 20 seconds by
    /// default. The stream adapts within them like that of a
    /// [thread](crate::WatchThread::every). The service allows 50 requests in 10 seconds for each
    /// user.
    pub fn every(mut self, every: RangeInclusive<Duration>) -> Self {
        self.every = every;
        self
    }

    /// The maximum number of threads in one page, 100 by default.
    ///
    /// Only the whole list shows which threads the user has left. If it has several pages, one
    /// reading in ten requests all of them. The others request the threads that were active lately.
    pub fn page_size(mut self, page_size: i32) -> Self {
        self.threads = self.threads.max_page_size(page_size);
        self
    }

    /// Resumes an earlier stream of the same user after the change that it yielded last.
    /// [`since`](Self::since) is ignored. The checkpoint of a thread is an error.
    pub fn resume(mut self, checkpoint: Checkpoint) -> Self {
        self.checkpoint = Some(checkpoint);
        self
    }

    /// Follows links to this origin too, like
    /// [`ListChatThreads::allow_links_to`](crate::calls::ListChatThreads::allow_links_to).
    pub fn allow_links_to(mut self, origin: impl AsRef<str>) -> Self {
        self.threads = self.threads.allow_links_to(origin);
        self
    }

    /// Sends the requests with a context: a span, or values for your own policies.
    pub fn context(mut self, context: Context<'_>) -> Self {
        self.threads = self.threads.context(context);
        self
    }

    /// Returns the stream. Sends nothing until the stream is polled.
    pub fn changes(self) -> ThreadListChanges {
        let resumed = self.checkpoint.map(|checkpoint| checkpoint.known(WATCHED)).transpose();
        let (known, refusal) = match resumed {
            Ok(known) => (known, None),
            Err(error) => (None, Some(error)),
        };
        let threads = Threads {
            list: self.threads,
            since: self.since,
            known,
            read: BTreeMap::new(),
            unread: BTreeSet::new(),
            has_nameless: false,
            held_back: BTreeSet::new(),
            missing: BTreeSet::new(),
            changes: VecDeque::new(),
            pages: 0,
            until_whole: 0,
        };
        ThreadListChanges(Watch::new(threads, self.every, refusal))
    }
}

/// A [`Stream`] of the changes in a list of threads.
///
/// A message in a thread is announced within a reading or two. Several messages between two readings
/// are announced once. An error does not end the stream: poll again, and it sends the next request
/// after a while. A thread that cannot be read is an error once, which
/// [`BadItem::of`](crate::BadItem::of) recognizes. Dropping the future of an item loses nothing.
#[must_use = "streams do nothing unless polled"]
#[derive(Debug)]
pub struct ThreadListChanges(Watch<Threads>);

impl ThreadListChanges {
    /// The position after the change that was yielded last. `None` before the first response, unless
    /// the stream was resumed.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        Some(Checkpoint::new(WATCHED, self.0.watched.known.clone()?))
    }
}

impl Stream for ThreadListChanges {
    type Item = Result<ThreadListChange>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> task::Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

/// A change in a list of threads.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThreadListChange {
    /// The user is a participant of the thread, which was not yielded before.
    Joined(ChatThreadItem),
    /// The thread has a new message, such as one from a user, or one about a new topic. A busy thread
    /// can be yielded although it has no new message.
    Active(ChatThreadItem),
    /// The thread was deleted.
    Deleted(ChatThreadItem),
    /// The thread with this id is not in the list any more: the user was removed from it, or the
    /// service forgot it.
    Left(String),
}

/// The threads of a user, which are listed in no particular order.
struct Threads {
    list: ListChatThreads,
    since: Option<OffsetDateTime>,
    /// The [`State`]s of threads as versions. `None` until the end of the first reading.
    known: Option<Known>,
    /// The threads of the current reading.
    read: BTreeMap<String, (State, ChatThreadItem)>,
    /// The threads of the current reading that could not be read, and have not left.
    unread: BTreeSet<String>,
    /// `true` if one of them has no id, so that it can be any thread.
    has_nameless: bool,
    /// The threads whose last message was sent in the second of the last reading. That second can
    /// bring another message, so their changes are yielded by the next reading.
    held_back: BTreeSet<String>,
    /// The known threads that were not in the last reading of the whole list. A thread can be absent
    /// from one reading because it moved from one page to another.
    missing: BTreeSet<String>,
    changes: VecDeque<(u64, ThreadListChange)>,
    /// The pages of the current reading.
    pages: usize,
    /// The number of readings until the next one of the whole list.
    until_whole: usize,
}

/// The number of partial readings of a long list after each reading of the whole list.
const PARTIAL: usize = 9;

/// The time before the newest message that a partial reading covers.
const LATELY: Duration = Duration::minutes(1);

/// The part of a thread whose changes are yielded.
#[derive(Clone, Copy)]
struct State {
    /// The second of the last message.
    second: u64,
    /// `true` if that second was over when the list was read, so it brings no other message.
    is_over: bool,
    is_deleted: bool,
}

impl State {
    fn new(thread: &ChatThreadItem, now: Option<OffsetDateTime>) -> Self {
        let second = thread.last_message_received_on.map_or(0, OffsetDateTime::unix_timestamp);
        Self {
            second: second.try_into().unwrap_or_default(),
            is_over: now.is_none_or(|now| second < now.unix_timestamp()),
            is_deleted: thread.deleted_on.is_some(),
        }
    }

    fn version(self) -> u64 {
        self.second * 4 + u64::from(self.is_over) * 2 + u64::from(self.is_deleted)
    }

    fn was_deleted(version: u64) -> bool {
        version % 2 == 1
    }

    fn time(version: u64) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp(i64::try_from(version / 4).ok()?).ok()
    }
}

impl Watched for Threads {
    type Item = ChatThreadItem;
    type Change = ThreadListChange;

    fn pages(&self, from: Option<Continuation>) -> Pages<ChatThreadItem> {
        match from {
            Some(from) => self.list.clone().resume(from).pages(),
            None => match self.newest().filter(|_| self.until_whole > 0) {
                Some(newest) => self.list.clone().start_time(newest - LATELY).pages(),
                None => self.list.clone().pages(),
            },
        }
    }

    fn take(&mut self, page: Page<ChatThreadItem>, _: &mut Vec<Error>) -> bool {
        self.pages += 1;
        for bad in page.bad_items() {
            match bad.json()["id"].as_str() {
                Some(id) => drop(self.unread.insert(id.to_owned())),
                None => self.has_nameless = true,
            }
        }
        let date = header::find(page.response().headers(), &HeaderName::from_static("date"));
        let now = date.and_then(|date| parse_rfc7231(date).ok());
        let threads = page.into_iter().map(|it| (it.id.clone(), (State::new(&it, now), it)));
        self.read.extend(threads);
        true
    }

    fn start_over(&mut self) {
        self.read.clear();
        self.unread.clear();
        self.has_nameless = false;
        self.pages = 0;
    }

    fn finish(&mut self) -> bool {
        let read = mem::take(&mut self.read);
        let mut known = self.known.take().unwrap_or_else(|| self.first(&read));
        let pages = mem::take(&mut self.pages);
        let (unread, has_nameless) =
            (mem::take(&mut self.unread), mem::take(&mut self.has_nameless));
        if self.until_whole == 0 {
            if !has_nameless {
                self.note_missing(&mut known, |id| read.contains_key(id) || unread.contains(id));
            }
            let is_long = pages > 1 && self.missing.is_empty();
            self.until_whole = if is_long { PARTIAL } else { 0 };
        } else {
            self.until_whole -= 1;
        }
        let held_before = mem::take(&mut self.held_back);
        for (id, (state, thread)) in read {
            let change = match known.versions.get(&id) {
                Some(version) if *version == state.version() => continue,
                Some(version) if State::was_deleted(*version) => continue,
                None if state.is_deleted => continue,
                Some(_) if state.is_deleted => ThreadListChange::Deleted(thread),
                _ if !state.is_over && !held_before.contains(&id) => {
                    self.held_back.insert(id);
                    continue;
                }
                Some(_) => ThreadListChange::Active(thread),
                None => ThreadListChange::Joined(thread),
            };
            self.changes.push_back((state.version(), change));
        }
        self.changes.make_contiguous().sort_by_key(|(version, _)| *version);
        self.known = Some(known);
        let is_quiet = self.changes.is_empty() && self.held_back.is_empty();
        !is_quiet || !self.missing.is_empty()
    }

    fn next(&mut self) -> Option<ThreadListChange> {
        let (version, change) = self.changes.pop_front()?;
        let versions = &mut self.known.get_or_insert_default().versions;
        match &change {
            ThreadListChange::Joined(thread)
            | ThreadListChange::Active(thread)
            | ThreadListChange::Deleted(thread) => versions.insert(thread.id.clone(), version),
            ThreadListChange::Left(id) => versions.remove(id),
        };
        Some(change)
    }

    fn end(&self, _: &Error) -> Option<ThreadListChange> {
        None
    }
}

impl Threads {
    /// The threads that are known at first: those that were not active since the beginning.
    fn first(&self, read: &BTreeMap<String, (State, ChatThreadItem)>) -> Known {
        let is_new = |thread: &ChatThreadItem| match self.since {
            Some(since) => thread.last_message_received_on.is_none_or(|time| time >= since),
            None => false,
        };
        let old = read.iter().filter(|(_, (_, thread))| !is_new(thread));
        let versions = old.map(|(id, (state, _))| (id.clone(), state.version())).collect();
        Known { versions, ..Known::default() }
    }

    /// The time of the newest message that is known.
    fn newest(&self) -> Option<OffsetDateTime> {
        let newest = self.known.as_ref()?.versions.values().max()?;
        State::time(*newest)
    }

    /// Finds the threads that were missing from the whole list twice.
    fn note_missing(&mut self, known: &mut Known, is_present: impl Fn(&str) -> bool) {
        let missing: Vec<String> =
            known.versions.keys().filter(|id| !is_present(id)).cloned().collect();
        let (gone, missing): (Vec<_>, Vec<_>) =
            missing.into_iter().partition(|id| self.missing.contains(id));
        self.missing = missing.into_iter().collect();
        for id in gone {
            match known.versions.get(&id) {
                Some(version) if State::was_deleted(*version) => drop(known.versions.remove(&id)),
                _ => self.changes.push_back((0, ThreadListChange::Left(id))),
            }
        }
    }
}
