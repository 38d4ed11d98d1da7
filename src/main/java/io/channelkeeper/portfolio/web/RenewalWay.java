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
record RenewalWay(String via, Way way, String label) {

	/** The icon beside it in a menu. */
	public String icon() {
		return Move.icon(this.way);
	}

	/**
	 * All ways, the best first; whoever cannot be written to is sent a link by others.
	 */
	static List<RenewalWay> of(String creatorName, boolean creatorHasMail, Reader reader) {
		String ask = reader.text("portfolio.move.ask", creatorName);
		List<RenewalWay> renewals = new ArrayList<>();
		if (creatorHasMail) {
			renewals.add(new RenewalWay("MAIL", Way.ASK_CREATOR, ask));
			renewals.add(new RenewalWay("COPY", Way.COPY_MESSAGE, reader.text("reconnect.copy")));
		}
		else {
			renewals.add(new RenewalWay("COPY", Way.ASK_CREATOR, ask));
		}
		renewals.add(new RenewalWay("QR", Way.SHOW_QR, reader.text("reconnect.qr")));
		return renewals;
	}

}
