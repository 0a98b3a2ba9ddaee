//! The memory that a test holds, counted byte by byte, so that tests compare the bounds with it.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

/// Fills something three times over. Returns the most bytes that it held after a round.
///
/// # Panics
/// If it holds more after the last round than before. Then something is not forgotten with its owner,
/// and adds up.
pub(crate) fn most_bytes<T>(new: impl FnOnce() -> T, mut fill: impl FnMut(&mut T, usize)) -> usize {
    let start = HELD.get();
    let mut filled = new();
    let mut most = 0;
    for round in 0..3 {
        fill(&mut filled, round);
        let held = usize::try_from(HELD.get() - start).unwrap();
        // Most tables have grown to their last size after the second round.
        assert!(round < 2 || held < most + most / 8, "{most} bytes became {held}");
        most = most.max(held);
    }
    most
}

thread_local! {
    /// The bytes that this thread has allocated and not freed.
    static HELD: Cell<isize> = const { Cell::new(0) };
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call goes to the allocator of the system, unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        unsafe { System.dealloc(pointer, layout) }
    }
}

fn count(bytes: isize) {
    // At its very end, a thread frees without its counter.
    let _ = HELD.try_with(|held| held.set(held.get() + bytes));
}
