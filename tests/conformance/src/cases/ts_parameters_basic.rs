// Case ts-parameters_basic.
use crate::prelude::*;
use ts_parameters_basic as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_basic");
    let client = c::TsParametersBasicClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Parameters_Basic_ExplicitBody_simple",
        "PUT /parameters/basic/explicit-body/simple",
        client.explicit_body_client().simple("foo")
    );
    done!(
        r,
        "Parameters_Basic_ImplicitBody_simple",
        "PUT /parameters/basic/implicit-body/simple",
        client.implicit_body_client().simple("foo")
    );
}
