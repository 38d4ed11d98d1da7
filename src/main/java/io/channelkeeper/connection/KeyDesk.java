package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.KeyRegister;
import io.channelkeeper.support.Resealing;
import io.channelkeeper.support.Sealer;

/**
 * Tells admins how the keys stand, and what has to be restored where one is missing
 * (B-18).
 */
@Service
public class KeyDesk {

	private final KeyRegister keys;

	private final Resealing resealing;

	private final UnreadableLogins logins;

	private final Sealer sealer;

	KeyDesk(KeyRegister keys, Resealing resealing, UnreadableLogins logins, Sealer sealer) {
		this.keys = keys;
		this.resealing = resealing;
		this.logins = logins;
		this.sealer = sealer;
	}

	/** How the keys stand; what concerns all organizations is for the operator. */
	public KeysView view(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		long unreadable = this.logins.channels(viewer.organizationId());
		return new KeysView(unreadable, viewer.operator() ? operated() : null);
	}

	private OperatedKeys operated() {
		KeyRegister.KeyStanding standing = this.keys.standing();
		Integer chosen = standing.chosen();
		return new OperatedKeys((chosen != null) ? name(chosen) : null, standing.since(),
				standing.isWaiting() ? name(standing.newest()) : null, standing.knowing(), standing.living(),
				this.resealing.share(), this.logins.missing(standing.anywhere()), this.sealer.file().orElse(null));
	}

	private static String name(int key) {
		return Integer.toUnsignedString(key);
	}

	/**
	 * What the page says of the keys.
	 *
	 * @param unreadable how many channels of the organization cannot be read
	 * @param operated what the operator sees, or null
	 */
	public record KeysView(long unreadable, @Nullable OperatedKeys operated) {
	}

	/**
	 * What the operator sees.
	 *
	 * @param key the key in use, or null where the processes have none in common
	 * @param since since when, or null
	 * @param waiting the newest key where it is not in use yet, or null
	 * @param knowing how many processes have read the newest key
	 * @param living how many processes live
	 * @param share how much is encrypted with the key in use
	 * @param missing the keys that are missing
	 * @param file the setting that names the file of the keys, or null
	 */
	public record OperatedKeys(@Nullable String key, @Nullable Instant since, @Nullable String waiting, int knowing,
			int living, Resealing.Share share, List<UnreadableLogins.MissingKey> missing, @Nullable String file) {
	}

}
