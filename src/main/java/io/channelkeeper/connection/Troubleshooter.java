package io.channelkeeper.connection;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.Entrance;
import io.channelkeeper.network.WayOut;

/**
 * Tells what may be behind a broken connection, and the way out of it (M-35).
 */
@Component
public class Troubleshooter {

	private final Guidance guidance;

	Troubleshooter(Guidance guidance) {
		this.guidance = guidance;
	}

	/**
	 * The ways out, the most likely cause first; none while nothing is interrupted.
	 * @param cause what the network named, or null
	 * @param detail what belongs to that, or null
	 */
	public List<WayOut> of(ConnectionState state, @Nullable Cause cause, @Nullable String detail, Entrance entrance,
			Locale language) {
		return switch (state) {
			case UNREADABLE -> List.of(this.guidance.withoutKey(language));
			case EXPIRED -> List.of(this.guidance.atTheEnd(entrance, language));
			case INVALID ->
				this.guidance.waysOut((cause != null) ? cause : Cause.TOKEN_REJECTED, detail, entrance, language);
			default -> List.of();
		};
	}

}
