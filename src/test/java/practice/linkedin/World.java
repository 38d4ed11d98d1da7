package practice.linkedin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody and everything at practice LinkedIn, read from {@code linkedin.json}; beside
 * that an agency's many pages.
 */
final class World {

	/** More than LinkedIn tells in one answer. */
	private static final int AGENCY_PAGES = 120;

	private final Map<String, Member> members = new LinkedHashMap<>();

	private final Map<String, Page> pages = new LinkedHashMap<>();

	World() {
		reset();
	}

	/** Everything as it was in the beginning. */
	void reset() {
		Scene scene = read();
		this.members.clear();
		this.pages.clear();
		scene.members().forEach((line) -> this.members.put(line.id(), new Member(line)));
		Stream.concat(scene.pages().stream(), agency())
			.forEach((line) -> this.pages.put(line.id(), new Page(line, this)));
	}

	Collection<Member> members() {
		return List.copyOf(this.members.values());
	}

	Collection<Page> pages() {
		return List.copyOf(this.pages.values());
	}

	Optional<Member> findMember(@Nullable String name) {
		return this.members.values().stream().filter((member) -> member.isCalled(name)).findFirst();
	}

	Optional<Page> findPage(@Nullable String name) {
		return this.pages.values().stream().filter((page) -> page.isCalled(name)).findFirst();
	}

	Member member(String name) {
		return findMember(name).orElseThrow(() -> new IllegalArgumentException("No practice member " + name));
	}

	Page page(String name) {
		return findPage(name).orElseThrow(() -> new IllegalArgumentException("No practice page " + name));
	}

	void removePage(Page page) {
		this.pages.remove(page.id);
	}

	/** The pages of the agency's member Jo Palmer, numbered throughout. */
	private static Stream<PageLine> agency() {
		Map<String, Page.Role> roles = Map.of("jo", new Page.Role("ADMINISTRATOR", "APPROVED"));
		return IntStream.rangeClosed(1, AGENCY_PAGES)
			.mapToObj((number) -> new PageLine(String.valueOf(10100 + number), "Palmer House %03d".formatted(number),
					"palmer-house-%03d".formatted(number), null, 100L + number, roles));
	}

	private static Scene read() {
		try (InputStream file = World.class.getResourceAsStream("/practice/linkedin.json")) {
			return JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Scene.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in the file. */
	record Scene(List<MemberLine> members, List<PageLine> pages) {
	}

	/** A member in the file. */
	record MemberLine(String key, String id, String firstName, String lastName, String email,
			@Nullable String vanityName, String story) {
	}

	/** A page in the file. */
	record PageLine(String id, String name, String vanityName, @Nullable String type, long followers,
			Map<String, Page.Role> roles) {
	}

}
