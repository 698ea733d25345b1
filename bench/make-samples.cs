#:project ../tests/Gongkai.Testing/Gongkai.Testing.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property WarningsNotAsErrors=NU1603

using Gongkai.Testing.Samples;

SampleFolder.Write(args[0]);
