// Case ts-parameters_query.
use crate::prelude::*;
use ts_parameters_query as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_query");
    let client = c::TsParametersQueryClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Parameters_Query_Constant_post",
        "POST /parameters/query/constant",
        client.constant_client().post()
    );
}
