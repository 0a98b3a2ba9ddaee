//! The versions of the two APIs, and what the service does differently in some of them.

use crate::contract::Api;

/// A version that the service lists in `api-supported-versions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ApiVersion(&'static str);

const CHAT: &[&str] = &[
    "2020-09-21-preview2",
    "2020-11-01-preview3",
    "2021-01-27-preview4",
    "2021-03-01-preview5",
    "2021-03-07",
    "2021-04-05-preview6",
    "2021-09-07",
    "2021-10-01-preview7",
    "2023-07-01-preview",
    "2023-11-07",
    "2024-03-07",
    "2024-06-05-preview",
    "2025-03-15",
];

const IDENTITY: &[&str] = &[
    "2020-07-20-preview2",
    "2021-02-22-preview1",
    "2021-03-07",
    "2021-03-31-preview1",
    "2021-10-31-preview",
    "2021-11-01",
    "2022-06-01",
    "2022-10-01",
    "2023-10-01",
    "2025-03-02-preview",
    "2025-06-30",
    "2026-09-23",
];

/// Every version of an API, oldest first.
pub(crate) fn supported(api: Api) -> &'static [&'static str] {
    match api {
        Api::Chat => CHAT,
        Api::Identity => IDENTITY,
    }
}

impl ApiVersion {
    /// `None` if the API never had this version.
    pub fn find(api: Api, name: &str) -> Option<Self> {
        supported(api).iter().find(|version| **version == name).copied().map(Self)
    }

    pub fn latest(api: Api) -> Self {
        Self(supported(api).last().expect("every API has a version"))
    }

    pub fn name(self) -> &'static str {
        self.0
    }

    /// Messages have a list of attachments, in all responses an empty one.
    pub fn has_attachments(self) -> bool {
        self.since("2024-06-05")
    }

    /// Threads have a retention policy when none is set, and metadata when they are empty.
    pub fn shows_unset_properties(self) -> bool {
        self.since("2025-03-15")
    }

    /// The ids of new threads name the service.
    pub fn has_named_thread_ids(self) -> bool {
        self.since("2025-01-01")
    }

    /// Errors of the Chat API have the properties of a .NET class, in capitals.
    pub fn has_capital_errors(self) -> bool {
        !self.since("2021-09-07")
    }

    /// An edit gives a message a new `sequenceId`.
    pub fn edits_raise_sequence_ids(self) -> bool {
        !self.since("2021-09-07")
    }

    /// Users can be found again by an id of the caller's.
    pub fn has_custom_ids(self) -> bool {
        self.since("2025-03-02")
    }

    /// Says whether the version is of this day or later. Previews count by their day.
    fn since(self, day: &str) -> bool {
        self.0.get(..day.len()).is_some_and(|own| own >= day)
    }
}

#[cfg(test)]
mod tests {
    use super::{ApiVersion, CHAT, IDENTITY};
    use crate::contract::Api;

    #[test]
    fn versions_are_found_by_their_whole_name_and_ordered_by_their_day() {
        for versions in [CHAT, IDENTITY] {
            assert!(versions.is_sorted());
        }
        let find = |name| ApiVersion::find(Api::Chat, name);
        assert!(find("2021-04-05").is_none() && find("2025-99-99").is_none());
        assert!(find("2021-04-05-preview6").unwrap().has_capital_errors());
        assert!(!find("2021-09-07").unwrap().has_capital_errors());
        assert!(find("2024-06-05-preview").unwrap().has_attachments());
        assert!(!find("2024-03-07").unwrap().has_attachments());
    }
}
