package io.channelkeeper.portfolio.web;

import java.util.ArrayList;
import java.util.List;

import io.channelkeeper.portfolio.web.Move.Way;

/**
 * A way to ask a creator to renew everything that is due (H-25).
 *
 * @param via how the link gets there
 * @param way what that is in a menu
 * @param label what it is called
 */
record Renewal(String via, Way way, String label) {

	/** The icon beside it in a menu. */
	public String icon() {
		return Move.icon(this.way);
	}

	/**
	 * All ways, the best first; whoever cannot be written to is sent a link by others.
	 */
	static List<Renewal> of(String creatorName, boolean creatorHasMail, Reader reader) {
		String ask = reader.text("portfolio.move.ask", creatorName);
		List<Renewal> renewals = new ArrayList<>();
		if (creatorHasMail) {
			renewals.add(new Renewal("MAIL", Way.ASK_CREATOR, ask));
			renewals.add(new Renewal("COPY", Way.COPY_MESSAGE, reader.text("reconnect.copy")));
		}
		else {
			renewals.add(new Renewal("COPY", Way.ASK_CREATOR, ask));
		}
		renewals.add(new Renewal("QR", Way.SHOW_QR, reader.text("reconnect.qr")));
		return renewals;
	}

}
