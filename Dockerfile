FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/channelkeeper-*.jar extract --destination /app --application-filename channelkeeper.jar

FROM eclipse-temurin:25-jre
RUN groupadd --system channelkeeper && useradd --system --gid channelkeeper --home /app channelkeeper \
 && mkdir -p /keys /data && chown channelkeeper:channelkeeper /keys /data
WORKDIR /app
COPY --from=build /app /app
USER channelkeeper
VOLUME ["/keys", "/data"]
EXPOSE 8080
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/channelkeeper.jar"]
