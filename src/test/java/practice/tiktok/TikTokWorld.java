package practice.tiktok;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody at practice TikTok, read from {@code tiktok.json}.
 */
final class TikTokWorld {

	private volatile Map<String, TikTokAccount> accounts = Map.of();

	TikTokWorld() {
		reset();
	}

	/** Everything as it was in the beginning. */
	void reset() {
		Map<String, TikTokAccount> fresh = new LinkedHashMap<>();
		read().accounts().forEach((line) -> fresh.put(line.openId(), new TikTokAccount(line)));
		this.accounts = fresh;
	}

	Collection<TikTokAccount> accounts() {
		return List.copyOf(this.accounts.values());
	}

	Optional<TikTokAccount> find(@Nullable String called) {
		return this.accounts.values().stream().filter((account) -> account.isCalled(called)).findFirst();
	}

	TikTokAccount account(String called) {
		return find(called).orElseThrow(() -> new IllegalArgumentException("No practice account " + called));
	}

	private static Scene read() {
		try (InputStream file = TikTokWorld.class.getResourceAsStream("/practice/tiktok.json")) {
			return JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Scene.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in the file. */
	record Scene(List<Line> accounts) {
	}

	/** One account in the file. */
	record Line(String key, String openId, String username, String name, long followers, boolean verified,
			boolean hidden, boolean faceless, String story) {
	}

}
