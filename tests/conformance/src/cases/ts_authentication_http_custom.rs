// Case ts-authentication_http_custom.
use crate::prelude::*;
use ts_authentication_http_custom as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_http_custom");
    let client = |key: &str| {
        c::TsAuthenticationHttpCustomClient::new(ENDPOINT, key.to_owned(), None).unwrap()
    };
    done!(
        r,
        "Authentication_Http_Custom_valid",
        "GET /authentication/http/custom/valid",
        client("valid-key").valid()
    );
    status!(
        r,
        "Authentication_Http_Custom_invalid",
        "GET /authentication/http/custom/invalid",
        403,
        client("invalid-key").invalid()
    );
}
