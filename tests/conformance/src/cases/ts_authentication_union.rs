// Case ts-authentication_union.
use crate::prelude::*;
use ts_authentication_union as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_union");
    let client = c::TsAuthenticationUnionClient::new(ENDPOINT, token(), None).unwrap();
    r.inexpressible("Authentication_Union_validKey", "GET /authentication/union/validkey", "the constructor takes the token alone: no way to give an api key, but a policy of the user's own (`with_policy`)");
    done!(
        r,
        "Authentication_Union_validToken",
        "GET /authentication/union/validtoken",
        client.valid_token()
    );
}
