package demo;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps what only tests use out of the demo, which runs with the tests on its class path.
 */
final class DemoTypes extends TypeExcludeFilter {

	private DemoTypes() {
	}

	static void leaveTestsOut(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("demoTypes", new DemoTypes());
	}

	@Override
	public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
		String name = type.getClassMetadata().getClassName();
		boolean fromTests = type.getResource().getURL().toString().contains("/test-classes/");
		return fromTests && !name.substring(name.lastIndexOf('.') + 1).startsWith("Demo");
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DemoTypes;
	}

	@Override
	public int hashCode() {
		return DemoTypes.class.hashCode();
	}

}
