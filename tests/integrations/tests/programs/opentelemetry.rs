//! The spans that the program prints.

use super::run;

/// The text of a span, as `opentelemetry-stdout` prints it.
struct Span<'a>(&'a str);

impl<'a> Span<'a> {
    /// The value of a line such as `Name : POST`, or `-> az.namespace: String(…)`.
    fn value(&self, name: &str) -> Option<&'a str> {
        let is_named =
            |(key, _): &(&str, &str)| key.trim().trim_start_matches("-> ").trim() == name;
        let (_, details) = self.0.split_once("\n\n").expect("a scope before the span");
        details.lines().filter_map(|line| line.split_once(": ")).find(is_named).map(|it| it.1)
    }

    /// Name, kind, status, status code, number of the repetition.
    fn summary(&self) -> String {
        let status = self.value("Status").unwrap().split(' ').next().unwrap();
        let more = ["http.response.status_code", "http.request.resend_count", "error.type"];
        let more = more.map(|name| self.value(name).map(|value| format!(" {name}={value}")));
        let [name, kind] = ["Name", "Kind"].map(|name| self.value(name).unwrap());
        format!("{name} {kind} {status}{}", more.into_iter().flatten().collect::<String>())
    }
}

#[tokio::test]
async fn each_call_has_a_span_and_below_it_one_for_each_request() {
    let output = run(env!("CARGO_BIN_EXE_chat_client_opentelemetry"), &[]).await;
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let spans: Vec<Span> = text.split("Span #0\n").skip(1).map(Span).collect();

    // A request ends before its call does.
    let summaries: Vec<String> = spans.iter().map(Span::summary).collect();
    assert_eq!(
        summaries,
        [
            "POST Client Unset http.response.status_code=I64(201)",
            "ChatClient.create_chat_thread Internal Unset",
            "POST Client Error http.response.status_code=I64(429) error.type=String(Owned(\"429\"))",
            "POST Client Unset http.response.status_code=I64(201) http.request.resend_count=I64(1)",
            "ChatThreadClient.send_message Internal Unset",
            "GET Client Error http.response.status_code=I64(404) error.type=String(Owned(\"404\"))",
            "ChatThreadClient.get_message Internal Unset error.type=String(Owned(\"404\"))",
        ]
    );
    for (request, call) in [(0, 1), (2, 4), (3, 4), (5, 6)] {
        assert_eq!(spans[request].value("ParentSpanId"), spans[call].value("SpanId"), "{request}");
        assert_eq!(spans[request].value("TraceId"), spans[call].value("TraceId"), "{request}");
        assert_eq!(spans[call].value("ParentSpanId"), Some("None (root span)"), "{call}");
    }
    for span in &spans {
        assert_eq!(span.value("az.namespace"), Some("String(Owned(\"Microsoft.Communication\"))"));
    }
    assert!(!text.contains("hello world"), "a message is nobody's business");
}
