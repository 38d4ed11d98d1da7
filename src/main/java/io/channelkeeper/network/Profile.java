package io.channelkeeper.network;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a network says of a channel. Everything that it does not report is null.
 *
 * @param network where the channel lives
 * @param externalId the network's own id, which survives a renaming
 * @param handle the handle without {@code @}
 * @param displayName the name beside it
 * @param isPublic whether everybody can see it
 * @param accountType the network's word for the kind of account
 * @param figures every number the answer contained, by name; {@code followers} is the one
 * shown first
 * @param picture where the picture can be fetched at once (N-11), or null when there is
 * none
 * @param otherHandles further handles that an address of the channel may carry
 */
public record Profile(NetworkId network, String externalId, String handle, @Nullable String displayName,
		@Nullable Boolean isPublic, @Nullable String accountType, Map<String, Long> figures, @Nullable URI picture,
		Set<String> otherHandles) {

	public Profile {
		figures = Map.copyOf(figures);
		otherHandles = Set.copyOf(otherHandles);
	}

	public Profile(NetworkId network, String externalId, String handle, @Nullable String displayName,
			@Nullable Boolean isPublic, @Nullable String accountType, Map<String, Long> figures,
			@Nullable URI picture) {
		this(network, externalId, handle, displayName, isPublic, accountType, figures, picture, Set.of());
	}

	/** Whether the network told a name: without one the id stands for it. */
	public boolean isNamed() {
		return isNamed(this.handle, this.externalId);
	}

	/**
	 * Whether a handle is a name, and not just the id.
	 * @param externalId the network's own id, or null where it is not known
	 */
	public static boolean isNamed(String handle, @Nullable String externalId) {
		return externalId == null || !(handle.equals(externalId) || handle.endsWith("/" + externalId));
	}

}
