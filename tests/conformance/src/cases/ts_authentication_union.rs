// Case ts-authentication_union.
use crate::prelude::*;
use ts_authentication_union as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_union");
    let client = c::TsAuthenticationUnionClient::new(ENDPOINT, token(), None).unwrap();
    done!(
        r,
        "Authentication_Union_validToken",
        "GET /authentication/union/validtoken",
        client.valid_token()
    );
    let client = c::TsAuthenticationUnionClient::with_key(ENDPOINT, "valid-key", None).unwrap();
    done!(
        r,
        "Authentication_Union_validKey",
        "GET /authentication/union/validkey",
        client.valid_key()
    );
}
