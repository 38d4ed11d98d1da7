package practice.facebook;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts practice Facebook together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ LoginController.class, DialogController.class, TokenController.class, GraphController.class,
		BusinessController.class, GraphErrors.class, PictureController.class, FacebookControl.class })
public class FacebookConfiguration {

	@Bean
	World world() {
		return new World();
	}

	@Bean
	App app() {
		return new App();
	}

	@Bean
	Sessions sessions(World world) {
		return new Sessions(world);
	}

	@Bean
	Tokens tokens(World world, Books books, PracticeClock clock) {
		return new Tokens(world, books, clock);
	}

	@Bean
	PictureAddresses pictureAddresses(PracticeClock clock) {
		return new PictureAddresses(clock);
	}

	@Bean
	Nodes nodes(World world, Tokens tokens, PictureAddresses pictures) {
		return new Nodes(world, tokens, pictures);
	}

	@Bean
	GraphGate graphGate(App app, Tokens tokens) {
		return new GraphGate(app, tokens);
	}

	@Bean
	GraphFilter graphFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new GraphFilter(faults, books, clock, json);
	}

	@Bean
	MetaCallbacks metaCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		return new MetaCallbacks(pushes, clock, json);
	}

	@Bean
	FacebookLife facebookLife(World world, Tokens tokens, Sessions sessions, App app, MetaCallbacks callbacks) {
		return new FacebookLife(world, tokens, sessions, app, callbacks);
	}

	@Bean
	FacebookMemory facebookMemory(World world, Tokens tokens) {
		return new FacebookMemory(world, tokens);
	}

	@Bean
	FacebookView facebookView(World world, App app) {
		return new FacebookView(world, app);
	}

	@Bean
	PracticeFacebook practiceFacebook(FacebookLife life, FacebookView view, FacebookMemory memory, JsonMapper json) {
		return new PracticeFacebook(life, view, memory, json);
	}

}
