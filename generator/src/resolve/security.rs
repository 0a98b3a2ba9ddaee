//! Credentials: which security schemes a client uses, and which of them each call needs.

use super::names::{NamePool, field_name};
use crate::{
    model::{
        description::{Api, Operation, Requirement, Security},
        package::{Credential, CredentialKind},
    },
    sdk::SdkModule,
};

/// The credentials of the clients of one API.
pub struct Credentials {
    chosen: Vec<Security>,
    pub credentials: Vec<Credential>,
    /// The other credentials that authorize each call that is authorized, and their constructors.
    pub alternatives: Vec<(String, Vec<Credential>)>,
    /// `true` if calls differ in the credentials that they need.
    selective: bool,
}

impl Credentials {
    /// Chooses one requirement of each operation: prefers credentials that are already chosen, then
    /// a token, then the first one listed. A credential in `sdk.yaml` replaces all of them.
    pub fn new(api: &Api, sdk: &SdkModule) -> Self {
        let given = sdk.clients.values().find_map(|it| it.credential.as_ref());
        let mut chosen: Vec<Security> = match given {
            Some(it) => vec![Security::Bearer { scopes: it.token_scopes.clone() }],
            None => Vec::new(),
        };
        let operations = api.operations.iter();
        let is_general = |it: &Operation| it.security.is_none();
        let general =
            (operations.len() == 0 || operations.clone().any(is_general)).then_some(&api.security);
        let lists = general.into_iter().chain(operations.filter_map(|it| it.security.as_ref()));
        for list in lists.filter(|_| given.is_none()) {
            for security in pick(list, &chosen) {
                match chosen.iter_mut().find(|it| is_same(it, security)) {
                    Some(known) => add_scopes(known, security),
                    None => chosen.push(security.clone()),
                }
            }
        }
        let mut names = NamePool::with(["endpoint", "options", "authorize"]);
        let credentials = chosen.iter().map(|it| credential(it, chosen.len(), &mut names));
        let credentials = credentials.collect();
        let alternatives = match given {
            Some(_) => Vec::new(),
            None => alternatives(api, &chosen),
        };
        Self { credentials, alternatives, selective: given.is_none(), chosen }
    }

    /// Returns `true` if some call needs only some of the credentials.
    pub fn are_selective(&self, api: &Api) -> bool {
        api.operations.iter().any(|it| self.of_call(api, it).is_some())
    }

    /// The names of the credentials that authorize a call; `None` means all of them.
    pub fn of_call(&self, api: &Api, operation: &Operation) -> Option<Vec<String>> {
        let list = operation.security.as_ref().unwrap_or(&api.security);
        let picked = pick(list, &self.chosen);
        let needed = |it: &Security| picked.iter().any(|picked| is_same(it, picked));
        let all = !self.selective || self.chosen.iter().all(needed);
        let names = self.chosen.iter().zip(&self.credentials);
        let names = names.filter(|(it, _)| needed(it)).map(|(_, it)| it.argument.clone());
        (!all).then(|| names.collect())
    }
}

/// The constructors with other credentials. There are none if calls differ in the credentials that
/// they need.
fn alternatives(api: &Api, chosen: &[Security]) -> Vec<(String, Vec<Credential>)> {
    let lists = api.operations.iter().map(|it| it.security.as_ref().unwrap_or(&api.security));
    let lists: Vec<_> = lists.filter(|it| !pick(it, chosen).is_empty()).collect();
    let is_uniform = lists.iter().all(|it| pick(it, chosen).len() == chosen.len());
    let Some(first) = lists.first().filter(|_| is_uniform) else { return Vec::new() };
    let is_equal = |a: &[Security], b: &[Security]| {
        a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| is_same(a, b)))
    };
    let mut others: Vec<Requirement> = Vec::new();
    for offer in first.iter().filter(|it| !it.is_empty() && !is_equal(it, chosen)) {
        let is_known = others.iter().any(|it| is_equal(it, offer));
        if !is_known && lists.iter().all(|list| list.contains(offer)) {
            others.push(offer.clone());
        }
    }
    let is_key = |it: &&Security| matches!(it, Security::Key { .. } | Security::Scheme(_));
    // One key needs no name of its own, and `key` must not mean another one than in `new`.
    let keys = others.iter().flatten().chain(chosen).filter(is_key).count();
    let mut methods = NamePool::with(["with_policy"]);
    let alternatives = others.iter().map(|offer| {
        let mut names = NamePool::with(["endpoint", "options", "authorize"]);
        let credentials = offer.iter().map(|it| credential(it, keys.max(offer.len()), &mut names));
        let credentials: Vec<_> = credentials.collect();
        let words: Vec<_> = credentials.iter().map(|it| &*it.argument).collect();
        (methods.claim(format!("with_{}", words.join("_and_"))), credentials)
    });
    alternatives.collect()
}

/// The chosen requirement of those that an operation offers.
fn pick<'a>(offered: &'a [Requirement], chosen: &[Security]) -> &'a [Security] {
    let is_chosen = |it: &Security| chosen.iter().any(|chosen| is_same(it, chosen));
    let mut offers = offered.iter().filter(|it| !it.is_empty());
    let at_hand = offers.clone().find(|it| it.iter().all(is_chosen));
    let token = || offers.clone().find(|it| matches!(it[..], [Security::Bearer { .. }]));
    at_hand.or_else(token).or_else(|| offers.next()).map_or(&[], Vec::as_slice)
}

/// Returns `true` if two schemes are equal, apart from their scopes.
fn is_same(a: &Security, b: &Security) -> bool {
    matches!((a, b), (Security::Bearer { .. }, Security::Bearer { .. })) || a == b
}

fn add_scopes(known: &mut Security, other: &Security) {
    if let (Security::Bearer { scopes }, Security::Bearer { scopes: more }) = (known, other) {
        let new: Vec<_> = more.iter().filter(|it| !scopes.contains(it)).cloned().collect();
        scopes.extend(new);
    }
}

fn credential(security: &Security, count: usize, names: &mut NamePool) -> Credential {
    let (argument, kind) = match security {
        Security::Bearer { scopes } => {
            ("credential".to_owned(), CredentialKind::Token { scopes: scopes.clone() })
        }
        Security::Scheme(scheme) => {
            let argument = if count == 1 { "key".to_owned() } else { field_name(scheme) };
            (argument, CredentialKind::Scheme(scheme.clone()))
        }
        Security::Basic => ("user_name".to_owned(), CredentialKind::Basic),
        Security::Key { location, name } => {
            // One key needs no name of its own.
            let argument = if count == 1 { "key".to_owned() } else { field_name(name) };
            (argument, CredentialKind::Key { location: *location, name: name.clone() })
        }
    };
    Credential { argument: names.claim(argument), kind }
}
