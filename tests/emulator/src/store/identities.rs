//! The users of the resource, and the Teams extension assignments.

use crate::{auth::Claims, bounded::Bounded};
use serde_json::Value;
use uuid::Uuid;

/// How many users are kept. Those who did nothing for longest are forgotten, and their tokens count
/// as revoked.
const USERS: usize = 100_000;
const ASSIGNMENTS: usize = 10_000;

#[derive(Debug)]
pub(crate) struct Identities {
    pub resource_id: String,
    /// By tenant and object id.
    pub assignments: Bounded<(String, String), Value>,
    users: Bounded<String, User>,
    /// Counts all revocations, so that the number of a user is never one of an earlier life.
    revocations: u64,
}

#[derive(Debug)]
struct User {
    revocations: u64,
}

impl Identities {
    pub fn new(resource_id: String) -> Self {
        Self {
            resource_id,
            assignments: Bounded::new(ASSIGNMENTS),
            users: Bounded::new(USERS),
            revocations: 0,
        }
    }

    /// Makes a new user and returns its raw id.
    pub fn create(&mut self) -> String {
        let id = format!("8:acs:{}_{}", self.resource_id, Uuid::new_v4());
        self.ensure(id)
    }

    /// Makes a user with this raw id unless there is one: users of Microsoft Entra ID come with
    /// theirs, and come again.
    pub fn ensure(&mut self, id: String) -> String {
        if !self.exists(&id) {
            self.users.insert(id.clone(), User { revocations: self.revocations });
        }
        id
    }

    pub fn exists(&self, id: &str) -> bool {
        self.users.get(id).is_some()
    }

    /// The raw ids of all users, from the last one active to the first.
    pub fn newest(&self) -> impl ExactSizeIterator<Item = &str> {
        self.users.youngest_first().map(|(id, _)| id.as_str())
    }

    /// Forgets a user and with it its tokens. False if there is no such user.
    pub fn delete(&mut self, id: &str) -> bool {
        self.revocations += 1;
        self.users.remove(id).is_some()
    }

    /// Makes all tokens of a user useless. False if there is no such user.
    pub fn revoke(&mut self, id: &str) -> bool {
        self.revocations += 1;
        let user = self.users.get_mut(id);
        user.map(|user| user.revocations = self.revocations).is_some()
    }

    /// What a token of this user has to carry to be honoured.
    pub fn revocations(&self, id: &str) -> Option<u64> {
        self.users.get(id).map(|user| user.revocations)
    }

    /// Says whether a token is still good, and takes note that its user is alive.
    pub fn honours(&mut self, claims: &Claims) -> bool {
        let user = self.users.use_mut(&claims.user);
        user.is_some_and(|user| user.revocations == claims.revocations)
    }
}
