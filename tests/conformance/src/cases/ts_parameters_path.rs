// Case ts-parameters_path.
use crate::prelude::*;
use ts_parameters_path as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_path");
    let client = c::TsParametersPathClient::new(ENDPOINT, None).unwrap();
    done!(r, "Parameters_Path_normal", "GET /parameters/path/normal/foo", client.normal("foo"));
    done!(r, "Parameters_Path_optional", "GET /parameters/path/optional", client.optional(""));
    done!(
        r,
        "Parameters_Path_optional",
        "GET /parameters/path/optional/foo",
        client.optional("foo")
    );
}
