//! Lists that arrive in pages.

use crate::runtime::{
    body::{Content, SerializedBody},
    call::{Call, CallParts, attach},
    continuation::{Continuation, Place},
    failure::refused,
    origin::absolute,
    prepared::unreadable,
    task::Task,
    wire::decode,
};
use azure_core::{
    Result,
    error::Error,
    http::{Method, RawResponse, StatusCode},
};
use futures::{FutureExt, Stream, channel::oneshot, future::BoxFuture};
use serde::de::DeserializeOwned;
use std::{
    fmt, mem,
    ops::Deref,
    pin::Pin,
    slice,
    sync::Arc,
    task::{Context, Poll, ready},
    vec,
};

/// A generated model of one page of a list.
pub(crate) trait Collection: DeserializeOwned {
    type Item;
    /// Returns the items, and the link to the next page as the service wrote it.
    fn into_parts(self) -> (Vec<Self::Item>, Option<String>);
}

/// A [`Stream`] of the [`Page`]s of a list.
///
/// An error ends the stream. [`continuation`](Self::continuation) is then the position to resume
/// from: that of the page that failed.
#[must_use = "streams do nothing unless polled"]
pub struct Pages<T> {
    first: Arc<FirstPage>,
    decode: fn(&[u8]) -> Result<Parts<T>>,
    prefetch: bool,
    /// The position of the next page. Kept while its request is under way, and after an error.
    next: Continuation,
    request: Progress<T>,
}

/// The items of a page, and the link to the next page.
type Parts<T> = (Vec<T>, Option<String>);

/// A page and the response that contained it.
type Answer<T> = (Parts<T>, RawResponse);

/// The position of the first item of a page, the items, and the response.
type Located<T> = (Continuation, Vec<T>, RawResponse);

/// The call for the first page. Later pages are requested from links, with `GET`.
struct FirstPage {
    call: CallParts,
    list: Arc<str>,
    link: String,
    body: Option<SerializedBody>,
}

enum Progress<T> {
    Idle,
    UnderWay(BoxFuture<'static, Result<Answer<T>>>),
    /// An argument of the call cannot be sent.
    Refused(Error),
    Failed,
}

/// A [`Stream`] of the items of a list.
///
/// An error ends the stream. [`continuation`](Self::continuation) is then the position to resume
/// from.
#[must_use = "streams do nothing unless polled"]
pub struct Items<T> {
    pages: Pages<T>,
    /// The items of the current page that have not been yielded, and the position of the first.
    items: vec::IntoIter<T>,
    position: Continuation,
}

/// One page of a list. Dereferences to a slice of its items.
///
/// An empty page is not always the last one.
#[derive(Clone)]
pub struct Page<T> {
    items: Vec<T>,
    continuation: Continuation,
    response: RawResponse,
}

impl<T: Send + 'static> Pages<T> {
    /// The position of the next page, to resume the list from: the end after the last page.
    pub fn continuation(&self) -> &Continuation {
        &self.next
    }

    /// Polls for the next page.
    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Located<T>>>> {
        if let Progress::Idle = self.request {
            let Some(page) = self.first.ahead(&self.next) else { return Poll::Ready(None) };
            self.request = Progress::UnderWay(self.ask(page.0).boxed());
        }
        let page = match &mut self.request {
            Progress::UnderWay(request) => ready!(request.poll_unpin(cx)),
            _ => match mem::replace(&mut self.request, Progress::Failed) {
                Progress::Refused(error) => Err(error),
                _ => return Poll::Ready(None),
            },
        };
        self.request = Progress::Failed;
        let ((mut items, link), response) = page?;
        let Some((current, skip)) = self.first.ahead(&self.next) else { return Poll::Ready(None) };
        let position = self.first.at(current, skip);
        let link = link.filter(|link| !link.is_empty()).map(|link| absolute(current, link));
        self.next = match link {
            Some(link) => self.first.at(&link, 0),
            None => Continuation(Place::End(self.first.list.clone())),
        };
        items.drain(..skip.min(items.len()));
        self.request = Progress::Idle;
        if let (true, Some((next, _))) = (self.prefetch, self.first.ahead(&self.next)) {
            self.request = Progress::UnderWay(spawn(self.ask(next)));
        }
        Poll::Ready(Some(Ok((position, items, response))))
    }

    fn ask(&self, link: &str) -> impl Future<Output = Result<Answer<T>>> + Send + use<T> + 'static {
        let (first, link, decode) = (self.first.clone(), link.to_owned(), self.decode);
        async move {
            let response = first.follow(&link).await?;
            let parts = match response.status() {
                StatusCode::NoContent => (Vec::new(), None),
                status => decode(response.body())
                    .map_err(|error| unreadable(first.call.operation, status, error))?,
            };
            Ok((parts, response))
        }
    }
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.poll_page(cx));
        Poll::Ready(page.map(|page| {
            let (_, items, response) = page?;
            Ok(Page { items, continuation: self.next.clone(), response })
        }))
    }
}

impl<T: Send + 'static> Items<T> {
    /// The position of the next item, to resume the list from: the end after the last item.
    pub fn continuation(&self) -> &Continuation {
        match self.items.len() {
            0 => self.pages.continuation(),
            _ => &self.position,
        }
    }
}

impl<T> Unpin for Items<T> {}

impl<T: Send + 'static> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                if let Place::Middle { skip, .. } = &mut self.position.0 {
                    *skip += 1;
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                Some(Ok((position, items, _))) => {
                    self.position = position;
                    self.items = items.into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> Page<T> {
    /// The position of the next page. The last page has the end.
    pub fn continuation(&self) -> &Continuation {
        &self.continuation
    }

    /// The response that contained the page. Its body may have more members than the items.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}

impl<T> Deref for Page<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<T> From<Page<T>> for Vec<T> {
    fn from(page: Page<T>) -> Self {
        page.items
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("items", &self.items.len()).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("call", &self.first.call).field("next", &self.next).finish()
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// The call of a list, before it is sent.
#[derive(Clone)]
pub(crate) struct List<B = ()> {
    pub call: Call<B>,
    from: Continuation,
    prefetch: bool,
}

impl<B: Content> List<B> {
    pub fn new(mut call: Call<B>) -> Self {
        // A list changes nothing, whatever its method is.
        if call.http_method() != Method::Get {
            call.allow_duplicates();
        }
        Self { call, from: Continuation::default(), prefetch: false }
    }

    pub fn resume(&mut self, from: Continuation) {
        self.from = from;
    }

    pub fn prefetch(&mut self) {
        self.prefetch = true;
    }

    pub fn pages<C: Collection>(self) -> Pages<C::Item> {
        let decode = |body: &[u8]| decode::<C>(body).map(C::into_parts);
        let (body, call) = self.call.serialize_body();
        let url = call.url().and_then(|url| Ok((String::from(url), body?)));
        let list = call.method_and_path();
        let refusal = match (&list, &url, self.from.list()) {
            (Err(error), ..) => Some(error.to_string()),
            (Ok(list), _, Some(from)) if *from != **list => {
                Some("the continuation belongs to another list".to_owned())
            }
            (_, Err(error), None) => Some(error.to_string()),
            _ => None,
        };
        let request = refusal.map_or(Progress::Idle, |refusal| Progress::Refused(refused(refusal)));
        let ((link, body), list) = (url.unwrap_or_default(), list.unwrap_or_default());
        let first = Arc::new(FirstPage { call, list, link, body });
        Pages { first, decode, prefetch: self.prefetch, next: self.from, request }
    }

    pub fn items<C: Collection>(self) -> Items<C::Item> {
        let (items, position) = (Vec::new().into_iter(), Continuation::default());
        Items { pages: self.pages::<C>(), items, position }
    }
}

impl<B> fmt::Debug for List<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}

impl FirstPage {
    /// The position after `skip` items of the page at `link`.
    fn at(&self, link: &str, skip: usize) -> Continuation {
        let (list, link) = (self.list.clone(), link.to_owned());
        Continuation(Place::Middle { list, link, skip })
    }

    /// The link to the page at a position, and the number of its items to skip. `None` at the end.
    fn ahead<'a>(&'a self, position: &'a Continuation) -> Option<(&'a str, usize)> {
        match &position.0 {
            Place::Start => Some((&self.link, 0)),
            Place::Middle { link, skip, .. } => Some((link, *skip)),
            Place::End(_) => None,
        }
    }

    /// Requests the page at `link`.
    async fn follow(&self, link: &str) -> Result<RawResponse> {
        let CallParts { service, operation, context, .. } = &self.call;
        let mut request = self.call.request(service.link_url(link, context)?)?;
        if link == self.link {
            attach(&mut request, self.body.clone());
        } else {
            request.set_method(Method::Get);
        }
        service.send(operation, context, &mut request).await
    }
}

/// Runs `page` in the background. Dropping the returned future cancels it.
fn spawn<T: Send + 'static>(
    page: impl Future<Output = Result<T>> + Send + 'static,
) -> BoxFuture<'static, Result<T>> {
    let (sender, receiver) = oneshot::channel();
    let task = Task::spawn(async move { drop(sender.send(page.await)) });
    async move {
        let page = receiver.await;
        drop(task);
        page.unwrap_or_else(|_| Err(refused("the task that prefetches the next page stopped")))
    }
    .boxed()
}
