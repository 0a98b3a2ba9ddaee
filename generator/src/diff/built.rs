//! What a change of the service does to clients that are built already, and stay as they are.

use super::{
    element::{Aspect, Element, Kind, Level},
    report::{AspectChange, What},
};

const NOTHING: &str = "nothing changes";
const NOT_SENT: &str = "they do not send it, and the service may refuse their requests";

/// The effect on clients that were generated from the old description. `within` names the elements
/// around it.
pub fn built(
    what: What,
    within: &[String],
    old: Option<&Element>,
    new: Option<&Element>,
    aspects: &[AspectChange],
) -> &'static str {
    match (what, old, new) {
        (What::Added, _, Some(new)) => added(new),
        (What::Removed, Some(old), _) => removed(old),
        (What::Renamed, Some(old), Some(new)) if is_sent(old.kind) && old.name != new.name => {
            "they use the old name, and the service may not know it"
        }
        (_, _, new) => {
            let is_in_body = within.last().is_some_and(|it| it == "body");
            let is_request = new.is_some_and(|it| matches!(it.kind, Kind::Parameter | Kind::Body));
            let is_request = is_request || is_in_body;
            let has_type = |it: &Element| it.facet(Aspect::Type)?.rust.as_ref().map(|_| ());
            changed(aspects, is_request, new.and_then(has_type).is_some())
        }
    }
}

fn added(new: &Element) -> &'static str {
    let is_needed = new.added == Level::Major;
    match new.kind {
        // A value of an enum that keeps no other values is also a number.
        Kind::Value if new.facet(Aspect::Number).is_some() => {
            "they cannot read a response that has it"
        }
        Kind::Value | Kind::Variant => "they keep it as an unknown value",
        Kind::Parameter | Kind::Body | Kind::Property if is_needed => NOT_SENT,
        Kind::Parameter | Kind::Body => "they do not send it",
        Kind::Property => "they neither send nor read it",
        Kind::Header => "they do not read it",
        Kind::Alternative => "they do not ask for it",
        Kind::Response => "they may take it for a failure",
        Kind::Description | Kind::Client | Kind::Operation | Kind::Type => NOTHING,
    }
}

fn removed(old: &Element) -> &'static str {
    let is_required = said(old, Aspect::Required) == Some("required");
    match old.kind {
        Kind::Operation => "their calls fail when the service no longer has it",
        Kind::Value | Kind::Variant => "they can still send it, and the service may refuse it",
        Kind::Property if is_required => {
            "they go on sending it, and cannot read a response without it"
        }
        Kind::Parameter | Kind::Body | Kind::Property => "they go on sending it",
        Kind::Header => "they no longer get it",
        Kind::Alternative => "they go on asking for it, and the service may refuse it",
        Kind::Description | Kind::Client | Kind::Response | Kind::Type => NOTHING,
    }
}

/// The effect of the most serious change that reaches the wire. `is_visible` says that the element
/// has a type in Rust.
fn changed(aspects: &[AspectChange], is_request: bool, is_visible: bool) -> &'static str {
    let wire = aspects.iter().filter(|it| it.said.differ());
    // The property was optional in Rust already: an `sdk.yaml` corrected the old description.
    let is_corrected = |it: &AspectChange| {
        it.aspect == Aspect::Required
            && it.said.new.as_deref() == Some("optional")
            && is_visible
            && !aspects.iter().any(|other| other.rust.differ())
    };
    let wire = wire.filter(|it| !is_corrected(it)).filter_map(|it| on_the_wire(it, is_request));
    wire.max_by_key(|(severity, _)| *severity).map_or(NOTHING, |(_, effect)| effect)
}

/// `is_request` says that responses do not have the element.
fn on_the_wire(change: &AspectChange, is_request: bool) -> Option<(u8, &'static str)> {
    let is_now = |value: &str| change.said.new.as_deref() == Some(value);
    Some(match change.aspect {
        Aspect::Method | Aspect::Path | Aspect::Location | Aspect::Endpoint => {
            (5, "they send it as before, and the service may not understand it")
        }
        Aspect::Kind
        | Aspect::Type
        | Aspect::Output
        | Aspect::Format
        | Aspect::Style
        | Aspect::Discriminator
        | Aspect::Paging
        | Aspect::LongRunning
        | Aspect::Constant
        | Aspect::Success => (4, "they use the old form, and may fail at the new one"),
        Aspect::Security => (3, "they authorize as before, and the service may refuse it"),
        Aspect::Required if is_now("required") => (2, NOT_SENT),
        Aspect::Required if is_request => return None,
        Aspect::Required => (2, "they cannot read a response without it"),
        Aspect::Nullable if change.said.new.is_some() && !is_request => {
            (2, "they may fail at `null`")
        }
        // Without an option, no request has the version.
        Aspect::ApiVersion if change.rust.new.is_none() => return None,
        Aspect::ApiVersion => (1, "they go on asking for the old version"),
        _ => return None,
    })
}

/// Says whether the name of such an element is in requests or responses.
fn is_sent(kind: Kind) -> bool {
    matches!(kind, Kind::Parameter | Kind::Header | Kind::Property | Kind::Value | Kind::Variant)
}

fn said(element: &Element, aspect: Aspect) -> Option<&str> {
    element.facet(aspect)?.said.as_deref()
}
