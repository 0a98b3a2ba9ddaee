//! The participants that could not be added.

use crate::{
    models::{AddChatParticipantsResult, ChatParticipant, CreateChatThreadResult},
    runtime::communication::error::CommunicationError,
};

impl AddChatParticipantsResult {
    /// Returns every error of the result, with the participant that it names as its target.
    ///
    /// Pass the `participants` that you passed to the call. The participant is `None` if the error
    /// has no target, or if no participant matches it. The iterator is empty if and only if all
    /// participants were added.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (Option<&'a ChatParticipant>, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

impl CreateChatThreadResult {
    /// Returns every error of the result, with the participant that it names as its target.
    ///
    /// Pass the `participants` that you passed to the call. The participant is `None` if the error
    /// has no target, or if no participant matches it. The iterator is empty if and only if all
    /// participants were added.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (Option<&'a ChatParticipant>, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

fn failures<'a>(
    errors: &'a [CommunicationError],
    participants: &'a [ChatParticipant],
) -> impl Iterator<Item = (Option<&'a ChatParticipant>, &'a CommunicationError)> {
    errors.iter().map(move |error| (named(error, participants), error))
}

/// The participant whose raw id is the target of the error, preferably in the same case.
fn named<'a>(
    error: &CommunicationError,
    participants: &'a [ChatParticipant],
) -> Option<&'a ChatParticipant> {
    let target = error.target.as_deref()?;
    let find = |is_equal: fn(&str, &str) -> bool| {
        let mut participants = participants.iter();
        participants.find(|it| is_equal(&it.communication_identifier.raw_id(), target))
    };
    find(|raw_id, target| raw_id == target).or_else(|| find(str::eq_ignore_ascii_case))
}
