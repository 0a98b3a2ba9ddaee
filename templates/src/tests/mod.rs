//! What the overlays do, seen from a client as the generator would write it ([`sample`]), and on
//! the wire ([`server`]). One file for each overlay.

mod api_key;
mod base64;
mod base64_url;
mod bearer;
mod call;
mod choice;
mod closed_enum;
mod communication_access_key;
mod communication_credential;
mod communication_entra;
mod communication_error;
mod communication_identifier;
mod communication_refresh;
mod extensions;
mod failure;
mod header;
mod integer_enum;
mod origin;
mod pager;
mod patch;
mod pipeline;
mod query;
mod rfc1123;
mod string_enum;
mod tag;
mod timestamp;
mod union;
mod unix_time;
mod wire;

#[allow(dead_code, reason = "a generated client has all that its users may use")]
mod sample;
mod server;
