//! The parts of the generated models that `extensions/` extends.

use crate::runtime::communication::{
    error::CommunicationError, identifier::CommunicationIdentifier,
};

#[derive(Clone)]
pub struct ChatParticipant {
    pub communication_identifier: CommunicationIdentifier,
}

impl ChatParticipant {
    pub fn new(communication_identifier: impl Into<CommunicationIdentifier>) -> Self {
        Self { communication_identifier: communication_identifier.into() }
    }
}

#[derive(Default)]
pub struct AddChatParticipantsResult {
    pub invalid_participants: Vec<CommunicationError>,
}

#[derive(Default)]
pub struct CreateChatThreadResult {
    pub invalid_participants: Vec<CommunicationError>,
}
