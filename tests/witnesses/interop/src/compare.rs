//! Finds the differences between two clients.

use crate::{
    normal::{Normal, Places},
    play::Played,
    scenario::Saved,
};
use std::{collections::BTreeSet, fmt};

/// One place of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The number of the request, from 1. `None` for the outcome.
    pub request: Option<usize>,
    /// The place in it, as in [`Places`].
    pub place: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
}

/// The value of a place that one side does not have.
const ABSENT: &str = "absent";

pub fn shown(text: Option<&String>) -> &str {
    text.map_or(ABSENT, String::as_str)
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.request {
            write!(f, "request {number}, ")?;
        }
        let (ours, theirs) = (shown(self.ours.as_ref()), shown(self.theirs.as_ref()));
        write!(f, "{}: ours {ours}, theirs {theirs}", self.place)
    }
}

/// All differences of a step: of its requests, one by one, and of its outcome.
pub fn differences(
    (ours, our_saved): (&Played, &Saved),
    (theirs, their_saved): (&Played, &Saved),
) -> Vec<Difference> {
    let (mut our_form, mut their_form) =
        (Normal::new(ours, our_saved), Normal::new(theirs, their_saved));
    let mut found = Vec::new();
    for index in 0..ours.requests.len().max(theirs.requests.len()) {
        let ours = ours.requests.get(index).map(|request| our_form.request(request));
        let theirs = theirs.requests.get(index).map(|request| their_form.request(request));
        found.extend(match (ours, theirs) {
            (Some(ours), Some(theirs)) => in_places(Some(index + 1), &ours, &theirs),
            (ours, theirs) => vec![one_sided(index + 1, ours, theirs)],
        });
    }
    let (ours, theirs) = (our_form.outcome(&ours.outcome), their_form.outcome(&theirs.outcome));
    found.extend(in_places(None, &ours, &theirs));
    found
}

fn in_places(request: Option<usize>, ours: &Places, theirs: &Places) -> Vec<Difference> {
    let places: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    places
        .into_iter()
        .filter(|place| ours.get(*place) != theirs.get(*place))
        .map(|place| Difference {
            request,
            place: place.clone(),
            ours: ours.get(place).cloned(),
            theirs: theirs.get(place).cloned(),
        })
        .collect()
}

/// A request that the other side did not send.
fn one_sided(number: usize, ours: Option<Places>, theirs: Option<Places>) -> Difference {
    let line = |places: Places| format!("{} {}", places["method"], places["path"]);
    Difference {
        request: Some(number),
        place: "request".to_owned(),
        ours: ours.map(line),
        theirs: theirs.map(line),
    }
}
