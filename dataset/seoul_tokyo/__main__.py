from seoul_tokyo.command import main

main()
