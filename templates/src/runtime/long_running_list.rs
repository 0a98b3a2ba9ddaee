//! Lists whose first page is the result of a long-running operation.

use crate::runtime::{
    call::Call,
    continuation::Continuation,
    encoded::Encoded,
    long_running::{FinalState, PollContinuation},
    page::Layout,
    pager::{Items, List, Pages},
    poller::{LongRunning, Poller, Polling},
};
use azure_core::{
    http::{JsonFormat, NoFormat, RawResponse},
    time::Duration,
};
use futures::TryFutureExt;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;

/// The call of such a list, before it is sent.
#[derive(Clone)]
pub(crate) struct LongRunningList<B = ()> {
    pub list: List<B>,
    polling: Polling,
    final_state: FinalState,
}

impl<B: Clone + Serialize + Send + Sync + 'static> LongRunningList<B> {
    pub fn new(call: Call<B>, layout: &'static Layout, final_state: FinalState) -> Self {
        Self { list: List::of(call, layout), polling: Polling::default(), final_state }
    }

    pub fn resume(&mut self, from: Continuation) {
        self.list.resume(from);
    }

    pub fn prefetch(&mut self) {
        self.list.prefetch();
    }

    pub fn resume_poller(&mut self, from: PollContinuation) {
        self.polling.from = Some(from);
    }

    pub fn poll_every(&mut self, interval: Duration) {
        self.polling.every(interval);
    }

    pub fn poller<T: Send + 'static>(self) -> Poller<T, JsonFormat> {
        LongRunning { call: self.list.call, polling: self.polling }.poller(self.final_state)
    }

    pub fn pages<T: DeserializeOwned>(self) -> Pages<T> {
        self.begun().pages()
    }

    pub fn encoded_pages<E, T: Encoded<E>>(self) -> Pages<T> {
        self.begun().encoded_pages::<E, T>()
    }

    pub fn items<T: DeserializeOwned>(self) -> Items<T> {
        self.begun().items()
    }

    pub fn encoded_items<E, T: Encoded<E>>(self) -> Items<T> {
        self.begun().encoded_items::<E, T>()
    }

    /// The list that begins with the result of the operation.
    fn begun(self) -> List<B> {
        let Self { list, polling, final_state } = self;
        let operation = LongRunning { call: list.call.clone(), polling };
        list.beginning_with(move || {
            let poller: Poller<(), NoFormat> = operation.clone().poller(final_state);
            poller.into_future().map_ok(RawResponse::from)
        })
    }
}

impl<B> fmt::Debug for LongRunningList<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.fmt(f)
    }
}
