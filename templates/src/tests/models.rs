//! The parts of the generated models that `extensions/` extends.

use crate::runtime::communication::{
    error::CommunicationError, identifier::CommunicationIdentifier,
};

pub struct ChatParticipant {
    pub communication_identifier: CommunicationIdentifier,
}

#[derive(Default)]
pub struct AddChatParticipantsResult {
    pub invalid_participants: Vec<CommunicationError>,
}

#[derive(Default)]
pub struct CreateChatThreadResult {
    pub invalid_participants: Vec<CommunicationError>,
}
