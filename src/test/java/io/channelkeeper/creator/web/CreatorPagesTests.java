package io.channelkeeper.creator.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class CreatorPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators made;

	@Autowired
	CreatorService creators;

	private Viewer viewer;

	private UUID ana;

	@BeforeEach
	void makeAna() {
		this.viewer = this.organizations.make("Bistro");
		this.ana = this.made.ana(this.viewer);
	}

	@Test
	void showsTheFormInBothLanguages() throws Exception {
		as(this.viewer, get("/creators/{id}/edit", this.ana)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Looked after by"), containsString("Ana Kocht"),
					containsString("value=\"ana@kocht.example\""), containsString("value=\"Food\""))));
		as(this.viewer, get("/creators/{id}/edit", this.ana).param("lang", "de"))
			.andExpect(content().string(allOf(containsString("Betreut von"), containsString("Ana Kocht bearbeiten"))));
	}

	@Test
	void savesAndTellsSo() throws Exception {
		as(this.viewer, edit().param("name", " Ana\u200B  K. ").param("email", "").param("language", "en"))
			.andExpect(redirectedUrl("/creators/" + this.ana))
			.andExpect(flash().attribute("message", "Ana K. was saved."));
		assertThat(creator().name()).isEqualTo("Ana K.");
		assertThat(creator().email()).isNull();
		assertThat(creator().lookedAfterBy()).isNull();
	}

	@Test
	void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
		as(this.viewer,
				edit().param("name", "\u200B")
					.param("email", "ana at kocht")
					.param("language", "fr")
					.param("lookedAfterBy", "nobody's id")
					.param("tags", "x".repeat(41)))
			.andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("Enter a name."), containsString("ana at kocht"),
					containsString("This is no e-mail address"), containsString("Choose German or English."),
					containsString("Choose a member"), containsString("x".repeat(41)))));
		assertThat(creator().name()).isEqualTo("Ana Kocht");
	}

	@Test
	void refusesAMissingForm() throws Exception {
		as(this.viewer, edit()).andExpect(status().is(422));
	}

	@Test
	void showsHostileNamesAsText() throws Exception {
		UUID hostile = this.made.named(this.viewer, "<script>alert(1)</script>");
		as(this.viewer, get("/creators/{id}/edit", hostile)).andExpect(
				content().string(allOf(containsString("&lt;script&gt;alert(1)"), not(containsString("<script>a")))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "edit", "archive" })
	void answersAnotherOrganizationsCreatorAsMissing(String page) throws Exception {
		Viewer other = this.organizations.make("Other");
		as(other, get("/creators/{id}/" + page, this.ana)).andExpect(status().isNotFound());
		as(other,
				post("/creators/{id}/" + page, this.ana).param("name", "x")
					.param("language", "de")
					.param("disconnect", "true"))
			.andExpect(status().isNotFound());
		as(other, post("/creators/{id}/restore", this.ana)).andExpect(status().isNotFound());
		assertThat(creator().archived()).isFalse();
	}

	@Test
	void refusesChangesWithoutAToken() throws Exception {
		this.mvc.perform(edit().param("name", "x").with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isForbidden());
	}

	@Test
	void asksWhatBecomesOfTheConnections() throws Exception {
		as(this.viewer, get("/creators/{id}/archive", this.ana)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Archive Ana Kocht?"),
					containsString("Keep the connections"), containsString("Disconnect"))));
		as(this.viewer, post("/creators/{id}/archive", this.ana)).andExpect(status().is(422))
			.andExpect(content().string(containsString("Choose what is to happen")));
		as(this.viewer, post("/creators/{id}/archive", this.ana).param("disconnect", "false"))
			.andExpect(redirectedUrl("/portfolio"))
			.andExpect(flash().attribute("message", "Ana Kocht was archived."));
		assertThat(creator().archived()).isTrue();
		as(this.viewer, post("/creators/{id}/restore", this.ana)).andExpect(redirectedUrl("/creators/" + this.ana));
		assertThat(creator().archived()).isFalse();
	}

	@Test
	void marketersArchiveButDisconnectOnlyTheirOwn() throws Exception {
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		as(marketer, get("/creators/{id}/archive", this.ana))
			.andExpect(content().string(allOf(containsString("ask a manager"), not(containsString("value=\"true\"")))));
		as(marketer, post("/creators/{id}/archive", this.ana).param("disconnect", "true"))
			.andExpect(status().isForbidden());
		assertThat(creator().archived()).isFalse();
		as(marketer, post("/creators/{id}/archive", this.ana).param("disconnect", "false"))
			.andExpect(redirectedUrl("/portfolio"));
	}

	@Test
	void archivesSeveralAfterAsking() throws Exception {
		UUID ben = this.made.named(this.viewer, "Ben");
		as(this.viewer, some("archive", this.ana, ben)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Archive 2 creators?"), containsString("Ben"))));
		assertThat(creator().archived()).isFalse();
		as(this.viewer, some("archive", this.ana, ben).param("asked", "true").param("disconnect", "true"))
			.andExpect(flash().attribute("message", "2 creators were archived."));
		assertThat(creator().archived()).isTrue();
	}

	@Test
	void tagsSeveral() throws Exception {
		UUID ben = this.made.named(this.viewer, "Ben");
		as(this.viewer, some("tag", this.ana, ben)).andExpect(status().isOk())
			.andExpect(content().string(containsString("Tag 2 creators")));
		as(this.viewer, some("tag", this.ana, ben).param("tag", " ")).andExpect(status().is(422));
		as(this.viewer, some("tag", this.ana, ben).param("tag", "Berlin"))
			.andExpect(flash().attribute("message", "2 creators have the tag “Berlin” now."));
		assertThat(creator().tags()).containsExactly("Berlin", "Food");
	}

	@Test
	void saysThatNobodyWasSelected() throws Exception {
		as(this.viewer, post("/creators/archive"))
			.andExpect(content().string(containsString("No creator was selected")));
		as(this.viewer, post("/creators/tag").param("tag", "x")).andExpect(status().is(422));
		as(this.viewer, post("/creators/tag").param("creator", "no id")).andExpect(status().isBadRequest());
	}

	@Test
	void changesNothingWhenOneOfSeveralIsForeign() throws Exception {
		UUID foreign = this.made.ana(this.organizations.make("Other"));
		as(this.viewer, some("archive", this.ana, foreign).param("asked", "true").param("disconnect", "false"))
			.andExpect(status().isNotFound());
		as(this.viewer, some("tag", this.ana, foreign).param("tag", "x")).andExpect(status().isNotFound());
		assertThat(creator().archived()).isFalse();
		assertThat(creator().tags()).containsExactly("Food");
	}

	private MockHttpServletRequestBuilder edit() {
		return post("/creators/{id}/edit", this.ana);
	}

	private static MockHttpServletRequestBuilder some(String what, UUID... ids) {
		return post("/creators/" + what).param("creator",
				List.of(ids).stream().map(UUID::toString).toArray(String[]::new));
	}

	private ResultActions as(Viewer who, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(who)).with(csrf()));
	}

	private Creator creator() {
		return Tenancy.within(this.viewer.organizationId(), () -> this.creators.get(this.ana));
	}

}
