package io.channelkeeper.channel.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class PasteListTests {

	private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Bistro");
	}

	@Test
	void showsTheBoxInBothLanguages() throws Exception {
		as(get("/creators/import")).andExpect(status().isOk())
			.andExpect(content().string(containsString("Paste a list")));
		as(get("/creators/import").param("lang", "de")).andExpect(content().string(containsString("Liste einfügen")));
	}

	@Test
	void showsBackBeforeAnythingIsSaved() throws Exception {
		as(list("Ana Kocht; ana@kocht.example; https://www.instagram.com/anakocht")).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("1 line can be saved"), containsString("New creator"),
					containsString("ana@kocht.example"), containsString("@anakocht"), containsString("Save 1 line"))));
		assertThat(portfolio()).isEmpty();
	}

	@Test
	void takesAnyOrderAndSeparator() throws Exception {
		save("""
				Ana Kocht, ana@kocht.example, https://www.instagram.com/anakocht
				https://www.tiktok.com/@ben;Ben;ben@example.org
				"Kocht, Cem"\t@cem\tcem@example.org\tyoutube.com/@cem
				Dora <dora@example.org>; x.com/dora
				https://www.instagram.com/efe
				""", "instagram").andExpect(content().string(containsString("5 lines were saved")));
		assertThat(portfolio()).containsExactly("@efe: instagram efe",
				"Ana Kocht ana@kocht.example: instagram anakocht", "Ben ben@example.org: tiktok ben",
				"Dora dora@example.org: x dora", "Kocht, Cem cem@example.org: instagram cem, youtube cem");
	}

	@Test
	void readsASpreadsheetsHead() throws Exception {
		save("Vorname\tNachname\tE-Mail\tInstagram\tTikTok\nAna\tKocht\tana@kocht.example\tanakocht\t\nBen\tK\t\t–\t@ben",
				"")
			.andExpect(content().string(containsString("2 lines were saved")));
		assertThat(portfolio()).containsExactly("Ana Kocht ana@kocht.example: instagram anakocht", "Ben K: tiktok ben");
	}

	@Test
	void keepsWrongLinesInTheBoxWithTheReason() throws Exception {
		UUID ana = this.creators.ana(this.viewer);
		this.channels.instagram(this.viewer, ana, "anakocht");
		save("""
				Good; https://www.instagram.com/good
				Taken; https://www.instagram.com/anakocht
				Odd; https://www.example.com/odd
				Twice; https://www.instagram.com/good
				Bare; @bare
				Two; a@example.org; b@example.org
				Ana; Kocht; Maria
				%s; x.com/long
				<script>alert(1)</script>; '; drop table creator; --
				""".formatted("x".repeat(121)), "")
			.andExpect(content().string(allOf(containsString("1 line was saved, 8 stay below"),
					containsString("is a channel of Ana Kocht already"),
					containsString("href=\"/creators/" + ana + "\""),
					containsString("“https://www.example.com/odd” is no channel"),
					containsString("is in the list twice"), containsString("Which network is “@bare” at?"),
					containsString("There are two e-mail addresses."), containsString("“Kocht” is neither"),
					containsString("longer than 120"), not(containsString("<script>alert")),
					not(containsString("Good; https")), containsString("Odd; https://www.example.com/odd"))));
		assertThat(portfolio()).containsExactly("Ana Kocht ana@kocht.example: instagram anakocht",
				"Good: instagram good");
	}

	@Test
	void theSameAddressIsTheSameCreator() throws Exception {
		UUID ana = this.creators.ana(this.viewer);
		this.channels.instagram(this.viewer, ana, "anakocht");
		String list = """
				Ana; ANA@kocht.example; instagram.com/anakocht; tiktok.com/@anakocht
				Ana; ana@kocht.example; instagram.com/anakocht
				Ben; ben@example.org; x.com/ben
				ben@example.org; tiktok.com/@ben
				""";
		as(list(list)).andExpect(content().string(allOf(containsString("Adds to Ana Kocht (same e-mail)"),
				containsString("Adds to line 3 (same e-mail)"))));
		save(list, "").andExpect(content().string(containsString("4 lines were saved")));
		assertThat(portfolio()).containsExactly("Ana Kocht ana@kocht.example: instagram anakocht, tiktok anakocht",
				"Ben ben@example.org: tiktok ben, x ben");
		save(list, "").andExpect(content().string(containsString("Nothing new; Ana Kocht was there already")));
	}

	@Test
	void savesOnlyWhatWasShown() throws Exception {
		as(list("Ana").param("save", "true")).andExpect(content().string(containsString("The list has changed")));
		as(list("Ana").param("save", "true").param("seen", UUID.randomUUID().toString())).andExpect(status().isOk());
		assertThat(portfolio()).isEmpty();
	}

	@Test
	void takes500LinesAndNoMore() throws Exception {
		String list = IntStream.range(0, 500)
			.mapToObj((i) -> "Creator " + i + "; c" + i + "@example.org; instagram.com/c" + i)
			.collect(Collectors.joining("\n"));
		as(list(list + "\nOne more")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("at most 500 lines; this one has 501"),
					containsString("One more</textarea>"))));
		save(list, "").andExpect(content().string(containsString("500 lines were saved")));
		assertThat(portfolio()).hasSize(500);
	}

	@Test
	@Tag("alone")
	void answers500LinesWithinSeconds(TestReporter reporter) throws Exception {
		String list = IntStream.range(0, 500)
			.mapToObj((i) -> "Creator " + i + "; c" + i + "@example.org; instagram.com/c" + i + ", tiktok.com/@c" + i)
			.collect(Collectors.joining("\n"));
		long begun = System.nanoTime();
		String seen = seen(list(list));
		Duration shown = Duration.ofNanos(System.nanoTime() - begun);
		as(list(list).param("seen", seen).param("save", "true"))
			.andExpect(content().string(containsString("500 lines were saved")));
		Duration saved = Duration.ofNanos(System.nanoTime() - begun).minus(shown);
		as(list(list)).andExpect(status().isOk());
		Duration again = Duration.ofNanos(System.nanoTime() - begun).minus(shown).minus(saved);
		reporter.publishEntry("500 lines with 1000 channels", "shown in " + shown.toMillis() + " ms, saved in "
				+ saved.toMillis() + " ms, shown again in " + again.toMillis() + " ms");
		assertThat(List.of(shown, saved, again)).allSatisfy((time) -> assertThat(time).isLessThan(ofSeconds(10)));
	}

	@Test
	void takesPageAddressesForNoMail() throws Exception {
		save("Ana; tiktok.com/@ana\nBen; ben@localhost", "")
			.andExpect(content().string(allOf(containsString("1 line was saved"), containsString("ben@localhost"))));
		assertThat(portfolio()).containsExactly("Ana: tiktok ana");
	}

	@Test
	void refusesBadInput() throws Exception {
		as(list(" \n")).andExpect(status().is(422))
			.andExpect(content().string(containsString("Paste at least one line")));
		as(list("Ana; " + "x".repeat(2100))).andExpect(status().isOk())
			.andExpect(content().string(containsString("longer than 2,000")));
		as(post("/creators/import")).andExpect(status().is(422));
		as(list("Ana").param("lookedAfterBy", UUID.randomUUID().toString())).andExpect(status().is(422));
	}

	@Test
	void keepsTheOptionsOfTheForm() throws Exception {
		String list = "Ana";
		String seen = seen(list(list).param("tags", "Food, Berlin"));
		as(list(list).param("tags", "Food, Berlin")
			.param("seen", seen)
			.param("save", "true")
			.param("lookedAfterBy", this.viewer.memberId().toString())).andExpect(status().isOk());
		assertThat(this.jdbc.sql("select count(*) from creator_tag where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	private ResultActions save(String list, String network) throws Exception {
		String seen = seen(list(list).param("network", network));
		return as(list(list).param("network", network).param("seen", seen).param("save", "true"))
			.andExpect(status().isOk());
	}

	private String seen(MockHttpServletRequestBuilder preview) throws Exception {
		String page = as(preview).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
		Matcher seen = SEEN.matcher(page);
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private static MockHttpServletRequestBuilder list(String list) {
		return post("/creators/import").param("list", list).param("language", "de");
	}

	private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(this.viewer)).with(csrf()));
	}

	/** Each creator as one line: name, address, and the channels by network. */
	private List<@Nullable String> portfolio() {
		return this.jdbc.sql("""
				select concat_ws(' ', name, email) || ': ' || coalesce(string_agg(network || ' ' || handle, ', '
					order by network), '') from creator left join channel on creator_id = creator.id
				where creator.organization_id = ? group by creator.id order by name""")
			.param(this.viewer.organizationId())
			.query(String.class)
			.list();
	}

}
