// Case ts-routes.
use crate::prelude::*;
use ts_routes as c;

pub async fn run(r: &mut Report) {
    r.case("ts-routes");
    let client = c::TsRoutesClient::new(ENDPOINT, None).unwrap();
    done!(r, "Routes_InInterface", "GET /routes/fixed", client.fixed());
    done!(
        r,
        "Routes_fixed",
        "GET /routes/in-interface/fixed",
        client.in_interface_client().fixed()
    );
    done!(
        r,
        "Routes_PathParameters_templateOnly",
        "GET /routes/path/template-only/a",
        client.path_parameters_client().template_only("a")
    );
    done!(
        r,
        "Routes_PathParameters_explicit",
        "GET /routes/path/explicit/a",
        client.path_parameters_client().explicit("a")
    );
    done!(
        r,
        "Routes_PathParameters_annotationOnly",
        "GET /routes/path/annotation-only/a",
        client.path_parameters_client().annotation_only("a")
    );
    done!(
        r,
        "Routes_PathParameters_ReservedExpansion_template",
        "GET /routes/path/reserved-expansion/template/foo/bar%20baz",
        client.reserved_expansion_client().template("foo/bar baz")
    );
    done!(
        r,
        "Routes_PathParameters_ReservedExpansion_annotation",
        "GET /routes/path/reserved-expansion/annotation/foo/bar%20baz",
        client.reserved_expansion_client().annotation("foo/bar baz")
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Standard_primitive",
        "GET /routes/path/simple/standard/primitivea",
        client.standard_client().primitive("a")
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Standard_array",
        "GET /routes/path/simple/standard/arraya,b",
        client.standard_client().array(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Standard_record",
        "GET /routes/path/simple/standard/recorda,1,b,2",
        client.standard_client().record([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Explode_primitive",
        "GET /routes/path/simple/explode/primitivea",
        client.explode_client().primitive("a")
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Explode_array",
        "GET /routes/path/simple/explode/arraya,b",
        client.explode_client().array(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_PathParameters_SimpleExpansion_Explode_record",
        "GET /routes/path/simple/explode/recorda=1,b=2",
        client.explode_client().record([("a", 1), ("b", 2)])
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Standard_primitive",
        "GET /routes/path/path/standard/primitive/a",
        "the emitter writes the style `path` as `simple`",
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Standard_array",
        "GET /routes/path/path/standard/array/a,b",
        "the emitter writes the style `path` as `simple`",
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Standard_record",
        "GET /routes/path/path/standard/record/a,1,b,2",
        "the emitter writes the style `path` as `simple`",
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Explode_primitive",
        "GET /routes/path/path/explode/primitive/a",
        "the emitter writes the style `path` as `simple`",
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Explode_array",
        "GET /routes/path/path/explode/array/a/b",
        "the emitter writes the style `path` as `simple`",
    );
    r.inexpressible(
        "Routes_PathParameters_PathExpansion_Explode_record",
        "GET /routes/path/path/explode/record/a=1/b=2",
        "the emitter writes the style `path` as `simple`",
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Standard_primitive",
        "GET /routes/path/label/standard/primitive.a",
        client.standard_client().primitive_3("a")
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Standard_array",
        "GET /routes/path/label/standard/array.a,b",
        client.standard_client().array_3(["a", "b"])
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Standard_record",
        "GET /routes/path/label/standard/record.a,1,b,2",
        client.standard_client().record_3([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Explode_primitive",
        "GET /routes/path/label/explode/primitive.a",
        client.explode_client().primitive_3("a")
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Explode_array",
        "GET /routes/path/label/explode/array.a.b",
        client.explode_client().array_3(["a", "b"])
    );
    done!(
        r,
        "Routes_PathParameters_LabelExpansion_Explode_record",
        "GET /routes/path/label/explode/record.a=1.b=2",
        client.explode_client().record_3([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Standard_primitive",
        "GET /routes/path/matrix/standard/primitive;param=a",
        client.standard_client().primitive_4("a")
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Standard_array",
        "GET /routes/path/matrix/standard/array;param=a,b",
        client.standard_client().array_4(["a", "b"])
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Standard_record",
        "GET /routes/path/matrix/standard/record;param=a,1,b,2",
        client.standard_client().record_4([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Explode_primitive",
        "GET /routes/path/matrix/explode/primitive;param=a",
        client.explode_client().primitive_4("a")
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Explode_array",
        "GET /routes/path/matrix/explode/array;param=a;param=b",
        client.explode_client().array_4(["a", "b"])
    );
    done!(
        r,
        "Routes_PathParameters_MatrixExpansion_Explode_record",
        "GET /routes/path/matrix/explode/record;a=1;b=2",
        client.explode_client().record_4([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_QueryParameters_templateOnly",
        "GET /routes/query/template-only",
        client.query_parameters_client().template_only("a")
    );
    done!(
        r,
        "Routes_QueryParameters_explicit",
        "GET /routes/query/explicit",
        client.query_parameters_client().explicit("a")
    );
    done!(
        r,
        "Routes_QueryParameters_annotationOnly",
        "GET /routes/query/annotation-only",
        client.query_parameters_client().annotation_only("a")
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Standard_primitive",
        "GET /routes/query/query-expansion/standard/primitive",
        client.standard_client().primitive_5("a")
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Standard_array",
        "GET /routes/query/query-expansion/standard/array",
        client.standard_client().array_5(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Standard_record",
        "GET /routes/query/query-expansion/standard/record",
        client.standard_client().record_5([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Explode_primitive",
        "GET /routes/query/query-expansion/explode/primitive",
        client.explode_client().primitive_5("a")
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Explode_array",
        "GET /routes/query/query-expansion/explode/array",
        client.explode_client().array_5(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_QueryParameters_QueryExpansion_Explode_record",
        "GET /routes/query/query-expansion/explode/record",
        client.explode_client().record_5([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Standard_primitive",
        "GET /routes/query/query-continuation/standard/primitive",
        client.standard_client().primitive_6("a")
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Standard_array",
        "GET /routes/query/query-continuation/standard/array",
        client.standard_client().array_6(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Standard_record",
        "GET /routes/query/query-continuation/standard/record",
        client.standard_client().record_6([("a", 1), ("b", 2)])
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Explode_primitive",
        "GET /routes/query/query-continuation/explode/primitive",
        client.explode_client().primitive_6("a")
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Explode_array",
        "GET /routes/query/query-continuation/explode/array",
        client.explode_client().array_6(j::<Vec<String>>(json!(["a", "b"])))
    );
    done!(
        r,
        "Routes_QueryParameters_QueryContinuation_Explode_record",
        "GET /routes/query/query-continuation/explode/record",
        client.explode_client().record_6([("a", 1), ("b", 2)])
    );
}
