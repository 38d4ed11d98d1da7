package practice.x;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every account at practice X, read from {@code x.json}.
 */
final class XWorld {

	private final Map<String, XAccount> accounts = new LinkedHashMap<>();

	XWorld() {
		reset();
	}

	/** Every account as it was in the beginning. */
	synchronized void reset() {
		this.accounts.clear();
		read().forEach((line) -> this.accounts.put(line.id(), new XAccount(line)));
	}

	synchronized List<XAccount> accounts() {
		return List.copyOf(this.accounts.values());
	}

	Optional<XAccount> find(@Nullable String name) {
		return accounts().stream().filter((account) -> account.isCalled(name)).findFirst();
	}

	XAccount get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("No practice account " + name));
	}

	private static List<Line> read() {
		try (InputStream file = XWorld.class.getResourceAsStream("/practice/x.json")) {
			return JsonMapper.builder()
				.build()
				.readValue(Objects.requireNonNull(file), new TypeReference<List<Line>>() {
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An account in the file; what it does not say is as usual. */
	record Line(String key, String id, String name, String username, String story, long followers, long following,
			long tweets, long listed, @Nullable String verified, @Nullable Boolean locked, @Nullable Boolean suspended,
			@Nullable Boolean secluded, @Nullable Boolean faceless) {

		String verifiedType() {
			return Objects.requireNonNullElse(this.verified, "none");
		}

		boolean isLocked() {
			return Boolean.TRUE.equals(this.locked);
		}

		boolean isSuspended() {
			return Boolean.TRUE.equals(this.suspended);
		}

		boolean isProtected() {
			return Boolean.TRUE.equals(this.secluded);
		}

		boolean hasPicture() {
			return !Boolean.TRUE.equals(this.faceless);
		}
	}

}
