package io.channelkeeper.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The window in which a member signs in at practice Facebook, opened from the page that
 * says what has to be known before.
 */
final class NetworkWindow {

	private final Page page;

	private NetworkWindow(Page page) {
		this.page = page;
	}

	/** Leaves for Facebook in a window of its own. */
	static NetworkWindow open(Page desk) {
		Page window = desk.waitForPopup(
				() -> desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue to Facebook"))
					.click());
		window.waitForURL("**/facebook/**");
		return new NetworkWindow(window);
	}

	Page page() {
		return this.page;
	}

	/** Logs somebody else out who still is. */
	NetworkWindow notMe() {
		this.page.getByText("Not you?").click();
		this.page.waitForURL("**/facebook/login**");
		return this;
	}

	/** Logs in. */
	NetworkWindow as(String key) {
		this.page.locator("button[name=as][value='" + key + "']").click();
		this.page.waitForURL("**/facebook/dialog/**");
		return this;
	}

	/** Agrees, whereupon the window goes on to ours and is closed. */
	void agree() {
		this.page.getByText("Continue as ").click();
	}

}
