//! The last chance to save: where the display is lost, its library ends the process from within, and
//! what still runs is the end of the window's thread, with all that is local to it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use egui::{Context, Ui, Visuals};

use super::Window;

thread_local! {
    static LAST: RefCell<SaveOnDrop> = const { RefCell::new(SaveOnDrop(Weak::new())) };
}

/// Saves what is not on disk when the thread ends before its window.
struct SaveOnDrop(Weak<RefCell<Window>>);

impl Drop for SaveOnDrop {
    fn drop(&mut self) {
        if let Some(window) = self.0.upgrade()
            && let Ok(mut window) = window.try_borrow_mut()
        {
            window.save_unsaved();
        }
    }
}

/// A window that is saved even so.
pub struct SavedAtExit(Rc<RefCell<Window>>);

impl SavedAtExit {
    pub fn new(window: Window) -> Self {
        let window = Rc::new(RefCell::new(window));
        LAST.set(SaveOnDrop(Rc::downgrade(&window)));
        Self(window)
    }
}

impl eframe::App for SavedAtExit {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.0.borrow_mut().logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.0.borrow_mut().ui(ui, frame);
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        self.0.borrow().clear_color(visuals)
    }
}
