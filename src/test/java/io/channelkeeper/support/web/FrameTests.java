package io.channelkeeper.support.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class FrameTests {

	@Autowired
	WebApplicationContext context;

	@Autowired
	org.thymeleaf.spring6.view.ThymeleafViewResolver views;

	@Autowired
	MessageSource messages;

	@Autowired
	Clock clock;

	@Test
	void workspaceShowsNavigationAndParts() throws Exception {
		String page = render("test/workspace", Locale.GERMAN, Role.MARKETER);
		assertThat(page).contains("<title>Parts · Atelier</title>", "lang=\"de\"", "Einladungen", "Zum Inhalt springen")
			.contains(">AK<", "src=\"/pictures/x\"", "Connected", "<svg class=\"icon\"", "gerade eben")
			.contains("value=\"&lt;b&gt;\"", "A hint", "data-copied=\"Kopiert\"")
			.doesNotContain("Mitglieder", "??", "th:");
	}

	@Test
	void adminsAlsoSeeTheAdministration() throws Exception {
		assertThat(render("test/workspace", Locale.ENGLISH, Role.ADMIN)).contains("Members", "lang=\"en\"");
	}

	@Test
	void errorPagesSpeakBothLanguages() throws Exception {
		assertThat(render("error/404", Locale.ENGLISH, null)).contains("Nothing here");
		assertThat(render("error/403", Locale.GERMAN, null)).contains("Das darfst du nicht");
		assertThat(render("error/413", Locale.ENGLISH, null)).contains("too large");
		assertThat(render("error/4xx", Locale.ENGLISH, null)).contains("did not work");
		assertThat(render("error/5xx", Locale.ENGLISH, null)).contains("our side");
	}

	private String render(String view, Locale language, @org.jspecify.annotations.Nullable Role role) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(new MockServletContext());
		MockHttpServletResponse response = new MockHttpServletResponse();
		request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, this.context);
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(language));
		Map<String, Object> model = new HashMap<>();
		if (role != null) {
			model.put("viewer", new Viewer(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Atelier", "Mia",
					"mia@example.org", role, language, ZoneId.of("Europe/Berlin"), false, true));
		}
		Form form = new Form("<b>");
		model.put("form", form);
		model.put(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
		model.put("id", UUID.randomUUID());
		model.put("at", Instant.now(this.clock));
		View resolved = this.views.resolveViewName(view, language);
		assertThat(resolved).isNotNull();
		resolved.render(model, request, response);
		return response.getContentAsString();
	}

	/** What the page's form edits. */
	public record Form(String name) {
	}

}
