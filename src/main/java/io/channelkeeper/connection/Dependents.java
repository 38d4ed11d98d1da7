package io.channelkeeper.connection;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What depends on a channel and is worth a look after it was connected again (H-24). The
 * features that make something of channels provide it.
 */
public interface Dependents {

	/**
	 * What depends on a channel of the bound organization.
	 * @param language in which the texts are
	 */
	List<Dependent> of(UUID channelId, Locale language);

	/**
	 * Something that depends on a channel.
	 *
	 * @param text what to look at
	 * @param path where, or null
	 */
	record Dependent(String text, @Nullable String path) {

	}

}
