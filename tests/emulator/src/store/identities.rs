//! The users of the resource, and the Teams extension assignments.

use super::journal::{Journal, Table};
use crate::{
    auth::Claims,
    bounded::{Bounded, Weigh, slot},
    clock::Timestamp,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// The bytes for users. Those who did nothing for longest are forgotten, and their tokens with them.
const USERS: usize = 32 << 20;
/// The bytes for assignments.
const ASSIGNMENTS: usize = 4 << 20;

#[derive(Debug)]
pub(crate) struct Identities {
    pub resource_id: String,
    users: Bounded<String, User>,
    /// Raw ids by the ids that callers gave.
    custom_ids: HashMap<String, String>,
    /// JSON by tenant and object id.
    assignments: Bounded<(String, String), String>,
    counters: Counters,
    journal: Journal,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct User {
    revocations: u64,
    custom_id: Option<String>,
    last_token_issued_at: Option<Timestamp>,
}

/// Numbers that are never used twice, not even after everything else was forgotten.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Counters {
    users: u32,
    /// The revocations of all users: then the number of a user is never one of an earlier life.
    revocations: u64,
}

impl Identities {
    pub(super) fn new(resource_id: String, counters: Counters, journal: Journal) -> Self {
        Self {
            resource_id,
            users: Bounded::new(USERS),
            custom_ids: HashMap::new(),
            assignments: Bounded::new(ASSIGNMENTS),
            counters,
            journal,
        }
    }

    pub(super) fn restore_user(&mut self, id: String, user: User) {
        self.custom_ids.extend(user.custom_id.iter().map(|custom| (custom.clone(), id.clone())));
        self.users.insert(id, user);
    }

    pub(super) fn clear(&mut self) {
        *self = Self::new(self.resource_id.clone(), self.counters, self.journal.clone());
    }

    /// Makes a new user and returns its raw id. The same custom id gives the same user again.
    pub fn create(&mut self, custom_id: Option<&str>) -> String {
        if let Some(known) = custom_id.and_then(|custom_id| self.custom_ids.get(custom_id)) {
            return known.clone();
        }
        self.counters.users = self.counters.users.wrapping_add(1);
        self.journal.put(Table::Counters, "identities", &self.counters);
        // The service's ids begin with a counter, and look like UUIDs otherwise.
        let random = Uuid::new_v4().to_string();
        let id = format!("8:acs:{}_{:08x}{}", self.resource_id, self.counters.users, &random[8..]);
        self.add(id.clone(), custom_id.map(str::to_owned));
        id
    }

    /// Makes a user with this raw id unless it exists: users of Microsoft Entra ID bring their ids.
    pub fn ensure(&mut self, id: &str) {
        if !self.exists(id) {
            self.add(id.to_owned(), None);
        }
    }

    fn add(&mut self, id: String, custom_id: Option<String>) {
        let revocations = self.counters.revocations;
        let user = User { revocations, custom_id, last_token_issued_at: None };
        self.journal.put(Table::Users, &id, &user);
        self.restore_user(id, user);
        while let Some((id, user)) = self.users.overflow() {
            self.forget(&id, &user);
        }
    }

    fn forget(&mut self, id: &str, user: &User) {
        self.journal.remove(Table::Users, id);
        if let Some(custom_id) = &user.custom_id {
            self.custom_ids.remove(custom_id);
        }
    }

    pub fn exists(&self, id: &str) -> bool {
        self.users.get(id).is_some()
    }

    /// The raw ids of all users, from the last one active to the first.
    pub fn newest(&self) -> impl ExactSizeIterator<Item = &str> {
        self.users.youngest_first().map(|(id, _)| id.as_str())
    }

    /// Forgets a user, and its tokens with it. False if the user does not exist.
    pub fn delete(&mut self, id: &str) -> bool {
        self.count_revocation();
        let user = self.users.remove(id);
        user.inspect(|user| self.forget(id, user)).is_some()
    }

    /// Revokes all tokens of a user. False if the user does not exist.
    pub fn revoke(&mut self, id: &str) -> bool {
        let revocations = self.count_revocation();
        self.change(id, |user| user.revocations = revocations).is_some()
    }

    fn count_revocation(&mut self) -> u64 {
        self.counters.revocations += 1;
        self.journal.put(Table::Counters, "identities", &self.counters);
        self.counters.revocations
    }

    /// Notes that a user gets a token, and returns the number that the token has to carry. `None`
    /// if the user does not exist.
    pub fn note_token(&mut self, id: &str, now: Timestamp) -> Option<u64> {
        self.change(id, |user| {
            user.last_token_issued_at = Some(now);
            user.revocations
        })
    }

    fn change<T>(&mut self, id: &str, change: impl FnOnce(&mut User) -> T) -> Option<T> {
        let journal = self.journal.clone();
        self.users.change(id, |user| {
            let result = change(user);
            journal.put(Table::Users, id, user);
            result
        })
    }

    /// Says whether a token is still good. That keeps its user from being forgotten.
    pub fn honours(&mut self, claims: &Claims) -> bool {
        let honoured =
            self.users.change(claims.user.as_str(), |user| user.revocations == claims.revocations);
        honoured.unwrap_or(false)
    }

    /// Returns the custom id of a user, and when it last got a token. `None` if the user does not
    /// exist.
    pub fn details(&self, id: &str) -> Option<(Option<&str>, Option<Timestamp>)> {
        let user = self.users.get(id)?;
        Some((user.custom_id.as_deref(), user.last_token_issued_at))
    }

    pub fn assignment(&self, key: &(String, String)) -> Option<&str> {
        self.assignments.get(key).map(String::as_str)
    }

    /// Returns whether there was an assignment before.
    pub fn assign(&mut self, key: (String, String), assignment: &Value) -> bool {
        let replaces = self.assignments.get(&key).is_some();
        self.journal.put(Table::Assignments, assignment_key(&key), assignment);
        self.restore_assignment(key, assignment);
        while let Some((key, _)) = self.assignments.overflow() {
            self.journal.remove(Table::Assignments, assignment_key(&key));
        }
        replaces
    }

    pub(super) fn restore_assignment(&mut self, key: (String, String), assignment: &Value) {
        let mut assignment = assignment.to_string();
        assignment.shrink_to_fit();
        self.assignments.insert(key, assignment);
    }

    pub fn unassign(&mut self, key: &(String, String)) {
        self.journal.remove(Table::Assignments, assignment_key(key));
        self.assignments.remove(key);
    }
}

impl Weigh for User {
    fn weight(&self) -> usize {
        // A custom id is also a key, with the raw id, which has less than 150 bytes, as its value.
        let entry = slot::<String, String>() + 150;
        self.custom_id.as_ref().map_or(0, |custom_id| 2 * custom_id.len() + entry)
    }
}

/// No id has a NUL in it: paths cannot carry one.
fn assignment_key((tenant, object): &(String, String)) -> String {
    format!("{tenant}\0{object}")
}

#[cfg(test)]
mod tests {
    use super::{ASSIGNMENTS, Identities, Journal, USERS};
    use crate::{clock::Timestamp, memory::most_bytes};
    use serde_json::json;

    fn identities() -> Identities {
        Identities::new("resource".to_owned(), Default::default(), Journal::default())
    }

    #[test]
    fn users_that_did_nothing_for_longest_are_forgotten_with_their_custom_ids() {
        let mut identities = identities();
        let custom_id = |number: usize| format!("{number:01000}");
        let (idle, active) = (identities.create(Some(&custom_id(0))), identities.create(None));
        let mut created = 2;
        while identities.exists(&idle) {
            identities.note_token(&active, Timestamp::EPOCH).unwrap();
            identities.create(Some(&custom_id(created)));
            created += 1;
            assert!(created * 1000 <= USERS, "{created} users are not within the bound");
        }
        assert!(identities.exists(&active));
        assert_eq!(identities.custom_ids.len(), created - 2);
        assert_ne!(identities.create(Some(&custom_id(0))), idle);
    }

    #[test]
    fn users_and_assignments_take_no_more_memory_than_their_bounds() {
        for length in [0, 1024] {
            let held = most_bytes(identities, |identities, round| {
                for number in 0..USERS / (500 + 2 * length) {
                    let custom_id = format!("{round}-{number:0>length$}");
                    identities.create(Some(&custom_id).filter(|_| length > 0).map(|it| &**it));
                }
            });
            assert!(held <= USERS && held > USERS / 3, "{length}: {held}");
        }
        for length in [1, 1000] {
            let held = most_bytes(identities, |identities, round| {
                for number in 0..ASSIGNMENTS / (400 + length) {
                    let key = (round.to_string(), format!("{number:0>length$}"));
                    identities.assign(key, &json!({ "clientIds": ["c".repeat(length)] }));
                }
            });
            assert!(held <= ASSIGNMENTS && held > ASSIGNMENTS / 3, "{length}: {held}");
        }
    }

    #[test]
    fn the_oldest_assignments_are_forgotten() {
        let mut identities = identities();
        let key = |number: usize| ("tenant".to_owned(), number.to_string());
        let assignment = json!({ "clientIds": ["c".repeat(100_000)] });
        let count = ASSIGNMENTS / 100_000 + 1;
        for number in 0..count {
            identities.assign(key(number), &assignment);
        }
        assert!(identities.assignment(&key(0)).is_none());
        assert!(identities.assignment(&key(count - 1)).is_some());
    }
}
